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
    const { lastStoredAt, ...figures } = this.spool.figures();
    return { ...figures, recovered: this.dead.recovered, lastStoredAt: lastStoredAt?.toISOString() ?? null };
  }
}
