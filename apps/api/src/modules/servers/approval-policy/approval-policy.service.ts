import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { SettingsRepository } from '../../../platform/database/settings.repository.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';

const NAME = 'servers.approvals';

/** How the company approves. */
export interface ApprovalRules {
  /** Nobody approves what they asked for themselves. */
  readonly fourEyes: boolean;
}

/** The company's rules about approvals, kept among the settings. */
@Injectable()
export class ApprovalPolicy {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly settings: SettingsRepository,
  ) {}

  /** The rules in force; four eyes unless an operator said otherwise. */
  async read(ctx: Ctx): Promise<ApprovalRules> {
    const stored = (await this.settings.read(ctx, NAME)) as Partial<ApprovalRules> | null | undefined;
    return { fourEyes: stored?.fourEyes !== false };
  }

  async replace(ctx: Ctx, rules: ApprovalRules): Promise<ApprovalRules> {
    const { fourEyes } = rules;
    await this.tx.run(ctx, async (inside) => {
      if ((await this.read(inside)).fourEyes === fourEyes) return;
      await this.settings.write(inside, NAME, { fourEyes });
      const subject = { kind: 'settings', id: 'approvals', name: 'Approvals' } as const;
      await this.ledger.append(inside, { event: 'servers.approvals-changed', subject, facts: { fourEyes } });
    });
    return { fourEyes };
  }
}
