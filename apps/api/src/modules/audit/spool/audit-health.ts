import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AuditHealthView } from '../../../platform/health/health.dto.js';
import { HealthRegistry } from '../../../platform/health/health-registry.js';
import { CallSpool } from './call-spool.js';
import { DeadSpools } from './dead-spools.js';

/** Shows what became of the call records to whoever asks for health. */
@Injectable()
export class AuditHealth implements OnModuleInit {
  constructor(
    private readonly spool: CallSpool,
    private readonly dead: DeadSpools,
    private readonly health: HealthRegistry,
  ) {}

  onModuleInit(): void {
    this.health.report('audit', () => this.figures());
  }

  /** Of this process, since its start. */
  figures(): AuditHealthView {
    const { lastStoredAt, oldestAt: _own, ...figures } = this.spool.figures();
    const oldestWaitingSeconds = Math.round(this.oldestMs() / 1_000);
    return { ...figures, recovered: this.dead.recovered, oldestWaitingSeconds, lastStoredAt: lastStoredAt?.toISOString() ?? null };
  }

  /** Milliseconds that the oldest record waits which this process has to store, its own or of one that is gone; 0 where none does. */
  oldestMs(now = Date.now()): number {
    const since = [this.spool.figures().oldestAt, this.dead.oldestAt].flatMap((at) => at?.getTime() ?? []);
    return since.length === 0 ? 0 : Math.max(0, now - Math.min(...since));
  }
}
