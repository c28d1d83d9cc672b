import { Injectable } from '@nestjs/common';
import { LOCK_KINDS, type UpstreamItem } from '@mcpnest/gateway-core';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { seenItem } from '../tool-listing/definition-hash.js';
import { LockIntake } from '../lock/lock-intake.service.js';
import { readDefinitions } from '../tool-listing/read-definition.js';
import { ToolListingRepository } from '../tool-listing/tool-listing.repository.js';
import type { Offers } from './upstream-prober.js';

/** Everything a server offered at first contact. */
export interface FirstOffer extends Offers {
  readonly tools: readonly UpstreamItem[];
}

/** Keeps what a Version's server offered first: the listing that the console shows, and the lock. Both, or neither. */
@Injectable()
export class FirstListing {
  constructor(
    private readonly tx: Tx,
    private readonly listings: ToolListingRepository,
    private readonly locks: LockIntake,
  ) {}

  /** A kind that the server would not list is left for the next time that it is heard. */
  async keep(ctx: Ctx, versionId: string, { tools, prompts, templates, facts }: FirstOffer): Promise<void> {
    const instructions = facts?.instructions === undefined ? [] : [{ key: '', text: JSON.stringify(facts.instructions) }];
    const offered = { tools, prompts, templates, instructions: facts && instructions };
    const listings = LOCK_KINDS.flatMap((kind) => {
      const items = offered[kind];
      return items ? [{ kind, items: items.map(seenItem) }] : [];
    });
    await this.tx.run(ctx, async (inside) => {
      await this.listings.storeFirst(inside, versionId, readDefinitions(tools));
      await this.locks.noteAll(inside, versionId, listings);
    });
  }
}
