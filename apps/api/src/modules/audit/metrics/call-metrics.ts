import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CallRecord } from '@mcpnest/gateway-core';
import { Counter, Gauge, Histogram } from 'prom-client';
import { FirstNames, OTHER_NAME } from '../../../platform/observability/first-names.js';
import { MetricsServer } from '../../../platform/observability/metrics-server.js';
import { CallSpool } from '../spool/call-spool.js';

/** Seconds, as the conventions of OpenTelemetry for MCP name them. */
const BUCKETS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300];
/** Names come from strangers, and each is a series for as long as the process runs. */
const TOOLS_MAX = 200;
const METHOD = 'tools/call';

/** Counts calls for Prometheus, where somebody asks for it. No label names a person, a token or a workspace. */
@Injectable()
export class CallMetrics implements OnModuleInit {
  private readonly tools = new FirstNames(TOOLS_MAX);

  constructor(
    private readonly server: MetricsServer,
    private readonly spool: CallSpool,
  ) {}

  onModuleInit(): void {
    const { registry } = this.server;
    if (!registry) return;
    const labelNames = ['mcp_method_name', 'gen_ai_tool_name', 'error_type'] as const;
    const durationOf = (side: string, help: string) =>
      new Histogram({ name: `mcp_${side}_operation_duration_seconds`, help, labelNames, buckets: BUCKETS, registers: [registry] });
    const whole = durationOf('server', 'From the arrival of a call to its answer.');
    const upstream = durationOf('client', 'The part of it that was spent with the server.');
    const denied = new Counter({
      name: 'mng_policy_denied_total',
      help: 'Calls that a decision of the gateway stopped, by which.',
      labelNames: ['reason'],
      registers: [registry],
    });
    const limited = new Counter({ name: 'mng_ratelimit_rejected_total', help: 'Calls beyond a limit.', registers: [registry] });
    this.spool.listen((call) => {
      const labels = { mcp_method_name: METHOD, gen_ai_tool_name: this.toolOf(call), error_type: errorOf(call) };
      whole.observe(labels, call.latencyMs / 1_000);
      if (call.upstreamLatencyMs !== null) upstream.observe(labels, call.upstreamLatencyMs / 1_000);
      if (call.gate) denied.inc({ reason: call.gate });
      if (call.outcome === 'limited') limited.inc();
    });
    const { spool } = this;
    new Gauge({
      name: 'audit_records_total',
      help: 'Call records since the start, by what became of them.',
      labelNames: ['state'],
      registers: [registry],
      collect() {
        const { accepted, stored, dropped } = spool.figures();
        for (const [state, count] of Object.entries({ accepted, stored, dropped })) this.set({ state }, count);
      },
    });
    new Gauge({
      name: 'mng_audit_queue_depth',
      help: 'Call records that wait for the database.',
      registers: [registry],
      collect() {
        this.set(spool.figures().waiting);
      },
    });
  }

  /** The first tools that were found keep their names. */
  private toolOf({ serverSlug, toolName }: CallRecord): string {
    return serverSlug === null ? OTHER_NAME : this.tools.of(toolName);
  }
}

/** Empty where nothing went wrong; `tool_error` where the tool said so itself. */
const errorOf = ({ outcome, reason }: CallRecord): string =>
  outcome === 'success' ? '' : outcome === 'tool_error' ? outcome : (reason ?? outcome);
