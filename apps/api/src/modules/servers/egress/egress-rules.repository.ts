import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { SettingsRepository } from '../../../platform/database/settings.repository.js';

const NAME = 'servers.egress-rules';

/** The rules that operators added, kept among the settings. */
@Injectable()
export class EgressRules {
  constructor(private readonly settings: SettingsRepository) {}

  async read(ctx: Ctx): Promise<readonly string[]> {
    const value = await this.settings.read(ctx, NAME);
    return Array.isArray(value) ? value.filter((rule) => typeof rule === 'string') : [];
  }

  async write(ctx: Ctx, rules: readonly string[]): Promise<void> {
    await this.settings.write(ctx, NAME, rules);
  }
}
