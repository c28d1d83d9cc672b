import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HealthRegistry } from '../../../platform/health/health-registry.js';
import { CallSpool } from './call-spool.js';

/** Shows what became of the call records to whoever asks for health. */
@Injectable()
export class AuditHealth implements OnModuleInit {
  constructor(
    private readonly spool: CallSpool,
    private readonly health: HealthRegistry,
  ) {}

  onModuleInit(): void {
    this.health.report('audit', () => {
      const { lastStoredAt, ...figures } = this.spool.figures();
      return { ...figures, lastStoredAt: lastStoredAt?.toISOString() ?? null };
    });
  }
}
