import { ToolScope, type Principal } from '@mcpnest/gateway-core';
import { AddressList } from '../../../platform/http/address-list.js';
import type { TokenRow } from './token-rows.read-model.js';

/** What of a token in use is no longer as it was. */
export interface TokenDifference {
  /** It sees other tools than before. */
  readonly scope: boolean;
  /** It may be used from elsewhere, or no longer from where it was. */
  readonly places: boolean;
}

const timeOf = (date: Date | null): number => date?.getTime() ?? Infinity;

/** One token in memory. Times are milliseconds since the epoch; Infinity is never. */
export class TokenEntry {
  readonly id: string;
  readonly workspaceId: string;
  readonly key: string;
  principal: Principal;
  last4: string;
  expiresAt = Infinity;
  endsAt = Infinity;
  lastUsedAt = 0;
  /** Where it may be used from; null: anywhere. */
  addresses: AddressList | null = null;
  /** What its client last called itself. */
  client: string | null = null;
  /** When a use from another address was last noted. */
  refusedAt = 0;
  replacedBy: string | null = null;
  /** The token this one took the place of, until its first use is noted. */
  predecessor: TokenEntry | null = null;
  private scope: ToolScope | null = null;
  private overlapMs: number | null = null;
  /** An end that this process knows of before the database does. */
  private endNoted = Infinity;

  constructor(row: TokenRow) {
    this.id = row.id;
    this.workspaceId = row.workspaceId;
    this.key = tokenKey(row.hash);
    this.last4 = row.last4;
    this.principal = principalOf(row, null);
    this.update(row);
  }

  /** Takes over what the database says; never undoes an end that was noted here. @returns what differs for those who use it */
  update(row: TokenRow): TokenDifference {
    const patterns = row.tools && [...row.tools, ...(row.toolsets ?? []).flat()];
    const difference = {
      scope: !sameTexts(this.scope?.patterns ?? null, patterns),
      places: !sameTexts(this.addresses?.ranges ?? null, row.addresses),
    };
    if (difference.scope) this.scope = patterns && new ToolScope(patterns);
    if (difference.places) this.addresses = row.addresses && new AddressList(row.addresses);
    this.principal = principalOf(row, this.scope);
    this.expiresAt = timeOf(row.expiresAt);
    this.endsAt = Math.min(timeOf(row.revokedAt), timeOf(row.diesAt), this.endNoted);
    this.lastUsedAt = Math.max(this.lastUsedAt, row.lastUsedAt?.getTime() ?? 0);
    this.replacedBy = row.replacedBy;
    this.overlapMs = row.overlapSeconds === null ? null : row.overlapSeconds * 1000;
    return difference;
  }

  /** Whether the first use of the replacement shortens this one's life. */
  get endsWithFirstUse(): boolean {
    return this.overlapMs !== null;
  }

  /** Its replacement was used for the first time. @returns the end, at once in force here */
  end(now: number): number {
    this.endNoted = Math.min(this.endNoted, now + (this.overlapMs ?? 0));
    this.endsAt = Math.min(this.endsAt, this.endNoted);
    return this.endNoted;
  }
}

/** The hash as a key of a map: 32 one-byte characters. */
export const tokenKey = (hash: Buffer): string => hash.toString('latin1');

const sameTexts = (one: readonly string[] | null, other: readonly string[] | null): boolean =>
  one === other || (one !== null && one.length === other?.length && one.every((text, at) => text === other[at]));

const principalOf = (row: TokenRow, tools: ToolScope | null): Principal =>
  Object.freeze({
    tokenId: row.id,
    tokenName: row.name,
    workspaceId: row.workspaceId,
    userId: row.ownerUserId,
    tools,
  });
