import { Injectable } from '@nestjs/common';
import { EgressPolicy } from '@mcpnest/mcp-upstream';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { EgressRules } from './egress-rules.repository.js';

/** Which private addresses upstream connections may reach, as operators set it. */
@Injectable()
export class EgressService {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly rules: EgressRules,
  ) {}

  read(ctx: Ctx): Promise<readonly string[]> {
    return this.rules.read(ctx);
  }

  /** Replaces the operators' rules. @throws DomainError `platform.invalid-request` with each rule at fault */
  async replace(ctx: Ctx, given: readonly string[]): Promise<readonly string[]> {
    const rules = [...new Set(given.map((rule) => rule.trim()))];
    const errors = rules.flatMap((rule, index) => {
      const read = EgressPolicy.parse([rule], []);
      if (rule === '') return [{ pointer: `/rules/${index}`, detail: 'Write host:port.' }];
      return read.ok ? [] : read.faults.map(({ reason }) => ({ pointer: `/rules/${index}`, detail: `${reason}.` }));
    });
    if (errors.length > 0) throw new DomainError('platform.invalid-request', { detail: 'Correct the rules; see errors.', errors });
    await this.tx.run(ctx, async (inside) => {
      await this.rules.write(inside, rules);
      await this.ledger.append(inside, {
        event: 'servers.egress-changed',
        subject: { kind: 'settings', id: 'egress', name: 'Egress rules' },
        facts: { rules },
      });
    });
    return rules;
  }
}
