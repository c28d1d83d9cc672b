import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { personOf } from '../../../platform/context/actor.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Vault, type SealedPlace } from '../../../platform/vault/vault.js';

const LASTS_MS = 60 * 60_000;

/** A preview stores nothing, so what it seals is bound to the person who asked for it. */
const placeOf = (ctx: Ctx): SealedPlace => ({
  table: 'import_previews',
  rowId: personOf(ctx.actor) ?? ctx.actor.name,
  owner: 'installation',
  column: 'lifted',
});

/**
 * Secrets that a pasted document held, on their way from its preview to its import: sealed for one person and one hour, so
 * that no answer shows them and no row keeps them.
 */
@Injectable()
export class LiftedSecrets {
  constructor(private readonly vault: Vault) {}

  seal(ctx: Ctx, value: string): Promise<string> {
    return this.vault.seal(ctx, placeOf(ctx), JSON.stringify({ until: Date.now() + LASTS_MS, value }));
  }

  /** @throws DomainError `servers.import-stale` where it was sealed for somebody else, too long ago, or not by us */
  async open(ctx: Ctx, sealed: string): Promise<string> {
    const plain = await this.vault.open(ctx, placeOf(ctx), sealed).catch(() => null);
    const read = plain === null ? null : (JSON.parse(plain) as { readonly until: number; readonly value: string });
    if (read === null || read.until < Date.now()) {
      throw new DomainError('servers.import-stale', { detail: 'A secret of the preview can no longer be read. Make the preview again.' });
    }
    return read.value;
  }
}
