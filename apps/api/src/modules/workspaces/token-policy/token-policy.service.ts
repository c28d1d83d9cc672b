import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { SettingsRepository } from '../../../platform/database/settings.repository.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';

const NAME = 'workspaces.tokens';
const DAY_MS = 24 * 60 * 60_000;
const DEFAULT_LIFETIME_DAYS = 90;
/** Clients count days from their own clock. */
const SLACK_MS = 10 * 60_000;

/** How long tokens may live. */
export interface TokenRules {
  /** Null: any time. */
  readonly lifetimeDaysMax: number | null;
  readonly mayNeverExpire: boolean;
}

/** The operator's word on how long gateway tokens may live, kept among the settings. It binds new tokens. */
@Injectable()
export class TokenPolicy {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly settings: SettingsRepository,
  ) {}

  /** The rules in force; no bound unless an operator set one. */
  async read(ctx: Ctx): Promise<TokenRules> {
    const stored = (await this.settings.read(ctx, NAME)) as Partial<TokenRules> | null | undefined;
    const lifetimeDaysMax = stored?.lifetimeDaysMax ?? null;
    return { lifetimeDaysMax, mayNeverExpire: lifetimeDaysMax === null && stored?.mayNeverExpire !== false };
  }

  /** @throws DomainError `platform.invalid-request` where a longest life and tokens without end are both asked for */
  async replace(ctx: Ctx, { lifetimeDaysMax, mayNeverExpire }: TokenRules): Promise<TokenRules> {
    if (lifetimeDaysMax !== null && mayNeverExpire) {
      throw new DomainError('platform.invalid-request', {
        detail: 'A longest life and tokens that never expire exclude each other.',
        errors: [{ pointer: '/mayNeverExpire', detail: 'Must be false where lifetimeDaysMax is set.' }],
      });
    }
    const facts = { lifetimeDaysMax, mayNeverExpire };
    await this.tx.run(ctx, async (inside) => {
      const before = await this.read(inside);
      if (before.lifetimeDaysMax === lifetimeDaysMax && before.mayNeverExpire === mayNeverExpire) return;
      await this.settings.write(inside, NAME, facts);
      const subject = { kind: 'settings', id: 'tokens', name: 'Tokens' } as const;
      await this.ledger.append(inside, { event: 'workspaces.token-policy-changed', subject, facts });
    });
    return facts;
  }

  /** The latest time at which a token made now may expire; null: any, or never. */
  async latestExpiry(ctx: Ctx, now = Date.now()): Promise<Date | null> {
    const { lifetimeDaysMax } = await this.read(ctx);
    return lifetimeDaysMax === null ? null : new Date(now + lifetimeDaysMax * DAY_MS);
  }

  /**
   * When a token made now expires.
   * @param wanted undefined: ninety days from now, or as long as may be; null: never
   * @throws DomainError `workspaces.token-lifetime`
   */
  async expiryOf(ctx: Ctx, wanted: Date | null | undefined, now = Date.now()): Promise<Date | null> {
    const { lifetimeDaysMax, mayNeverExpire } = await this.read(ctx);
    if (wanted === undefined) return new Date(now + Math.min(DEFAULT_LIFETIME_DAYS, lifetimeDaysMax ?? Infinity) * DAY_MS);
    const isTooLong =
      wanted === null ? !mayNeverExpire : lifetimeDaysMax !== null && wanted.getTime() > now + lifetimeDaysMax * DAY_MS + SLACK_MS;
    if (!isTooLong) return wanted;
    const longest = lifetimeDaysMax === null ? 'a time of their own' : `${lifetimeDaysMax} days at most`;
    throw new DomainError('workspaces.token-lifetime', {
      detail: `Tokens get ${longest} here. Choose an earlier time, or ask an operator.`,
      errors: [{ pointer: '/expiresAt', detail: `Must be within ${longest}.` }],
    });
  }
}
