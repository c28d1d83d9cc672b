import { ToolScope, type Principal } from '@mcpnest/gateway-core';
import { AddressList } from '../../../platform/http/address-list.js';
import type { TokenRow } from './token-rows.read-model.js';

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
  private overlapMs: number | null = null;
  /** An end that this process knows of before the database does. */
  private endNoted = Infinity;

  constructor(row: TokenRow) {
    this.id = row.id;
    this.workspaceId = row.workspaceId;
    this.key = tokenKey(row.hash);
    this.last4 = row.last4;
    this.principal = principalOf(row);
    this.update(row);
  }

  /** Takes over what the database says; never undoes an end that was noted here. */
  update(row: TokenRow): void {
    this.principal = principalOf(row);
    this.addresses = row.addresses && new AddressList(row.addresses);
    this.expiresAt = timeOf(row.expiresAt);
    this.endsAt = Math.min(timeOf(row.revokedAt), timeOf(row.diesAt), this.endNoted);
    this.lastUsedAt = Math.max(this.lastUsedAt, row.lastUsedAt?.getTime() ?? 0);
    this.replacedBy = row.replacedBy;
    this.overlapMs = row.overlapSeconds === null ? null : row.overlapSeconds * 1000;
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

const principalOf = (row: TokenRow): Principal =>
  Object.freeze({
    tokenId: row.id,
    tokenName: row.name,
    workspaceId: row.workspaceId,
    userId: row.ownerUserId,
    tools: row.tools === null ? null : new ToolScope([...row.tools, ...(row.toolsets ?? []).flat()]),
  });
