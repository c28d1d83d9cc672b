import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { systemCtx, type Ctx } from '../../../platform/context/ctx.js';
import { SettingsRepository } from '../../../platform/database/settings.repository.js';
import { UsersRepository } from '../identities/users.repository.js';
import { secretHash } from '../secret-hash.js';

const SETTING = 'auth.setup-code';
const CTX = systemCtx('setup');

/** The one-time code of the first-run link. Each start of an empty installation makes a new one, and the one before is void. */
@Injectable()
export class SetupCodes {
  private code: Promise<string> | undefined;

  constructor(
    private readonly users: UsersRepository,
    private readonly settings: SettingsRepository,
  ) {}

  /** The code of this start, or null as soon as an operator exists. */
  async current(): Promise<string | null> {
    if (await this.users.hasOperator(CTX)) return null;
    this.code ??= this.make();
    return this.code;
  }

  /** Uses the code up, in the transaction of whoever holds the first operator's lock. @returns whether it was the current one */
  async consume(ctx: Ctx, code: string): Promise<boolean> {
    const stored = await this.settings.read(ctx, SETTING);
    if (typeof stored !== 'string') return false;
    const expected = Buffer.from(stored, 'hex');
    const given = secretHash(code);
    return expected.length === given.length && timingSafeEqual(expected, given) && this.settings.remove(ctx, SETTING);
  }

  async discard(ctx: Ctx): Promise<void> {
    await this.settings.remove(ctx, SETTING);
  }

  private async make(): Promise<string> {
    const code = randomBytes(24).toString('base64url');
    await this.settings.write(CTX, SETTING, secretHash(code).toString('hex'));
    return code;
  }
}
