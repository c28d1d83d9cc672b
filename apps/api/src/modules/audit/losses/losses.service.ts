import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { AuditConfig } from '../../../config/slices.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { AuditHealth } from '../spool/audit-health.js';
import { GapAcknowledgementsRepository } from './gap-acknowledgements.repository.js';
import { GapListReadModel } from './gap-list.read-model.js';
import type { AcknowledgeGapsRequest, AuditStatus, OpenGaps } from './losses.dto.js';

const NAMED_MAX = 100;

/** Says what became of call records, and who knows of those that are missing. */
@Injectable()
export class LossesService {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly gaps: GapListReadModel,
    private readonly acknowledgements: GapAcknowledgementsRepository,
    private readonly health: AuditHealth,
    private readonly config: AuditConfig,
  ) {}

  async status(ctx: Ctx): Promise<AuditStatus> {
    return { mode: this.config.mode, figures: this.health.figures(), open: await this.gaps.open(ctx) };
  }

  /** Those that somebody took note of already stay as they are. @throws DomainError `audit.gap-not-found` */
  async acknowledge(ctx: Ctx, { gaps, note = null }: AcknowledgeGapsRequest): Promise<OpenGaps> {
    await this.tx.run(ctx, async (inside) => {
      const unknown = await this.acknowledgements.firstUnknown(inside, gaps);
      if (unknown !== undefined)
        throw new DomainError('audit.gap-not-found', { detail: `There is no gap ${unknown}. Load the list again.` });
      const noted = await this.acknowledgements.takeNote(inside, gaps, note);
      if (noted.length === 0) return;
      await this.ledger.append(inside, {
        event: 'audit.losses-acknowledged',
        subject: { kind: 'settings', id: 'audit', name: 'Call records' },
        facts: {
          gaps: noted.slice(0, NAMED_MAX).map(({ id }) => id),
          more: Math.max(0, noted.length - NAMED_MAX),
          records: noted.reduce((sum, { count }) => sum + count, 0),
          note,
        },
      });
    });
    return this.gaps.open(ctx);
  }
}
