import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { systemCtx } from '../../../platform/context/ctx.js';
import { MetricsServer } from '../../../platform/observability/metrics-server.js';
import { AuditHealth } from '../spool/audit-health.js';
import { CallSpool } from '../spool/call-spool.js';
import { StateReadModel } from './state.read-model.js';

const CTX = systemCtx('metrics');
/** Each server is a series; an operator enters them, so they are few. */
const SERVERS_MAX = 500;

/** Tells Prometheus what stands now. The database is asked when the figures are, and never on the way of a call. */
@Injectable()
export class StateMetrics implements OnModuleInit {
  constructor(
    private readonly server: MetricsServer,
    private readonly state: StateReadModel,
    private readonly spool: CallSpool,
    private readonly audit: AuditHealth,
  ) {}

  onModuleInit(): void {
    const { registry } = this.server;
    if (!registry) return;
    const { state, spool, audit } = this;
    const registers = [registry];
    new Gauge({
      name: 'mng_tokens_active',
      help: 'Gateway tokens that work.',
      registers,
      async collect() {
        this.set(await state.activeTokens(CTX));
      },
    });
    new Gauge({
      name: 'mng_tool_changes_pending',
      help: 'What servers list besides what was approved, until somebody decides.',
      registers,
      async collect() {
        this.set(await state.openChanges(CTX));
      },
    });
    new Gauge({
      name: 'mng_upstream_up',
      help: 'Whether the last look at a server that is exposed succeeded.',
      labelNames: ['server'],
      registers,
      async collect() {
        const servers = await state.servers(CTX, SERVERS_MAX);
        this.reset();
        for (const { slug, up } of servers) this.set({ server: slug }, up ? 1 : 0);
      },
    });
    new Gauge({
      name: 'audit_spool_bytes',
      help: 'Call records on this disk.',
      registers,
      collect() {
        this.set(spool.figures().spoolBytes);
      },
    });
    new Gauge({
      name: 'audit_spool_oldest_seconds',
      help: 'How long the oldest call record waits that is not stored yet.',
      registers,
      collect() {
        this.set(audit.oldestMs() / 1_000);
      },
    });
  }
}
