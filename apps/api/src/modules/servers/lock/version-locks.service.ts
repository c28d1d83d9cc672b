import { Injectable } from '@nestjs/common';
import { LOCK_KINDS, type LockedItem, type LockKind, type VersionLock } from '@mcpnest/gateway-core';
import type { Ctx } from '../../../platform/context/ctx.js';
import type { LockReference } from './lock-reference.js';
import { VersionLocksReadModel, type LockRow } from './version-locks.read-model.js';

const idOf = ({ versionId, lockRevision, lockPolicy, changedItems }: LockReference): string =>
  `${versionId}:${lockRevision}:${lockPolicy}:${changedItems}`;

/** The locks of the Versions in use. Those that did not change stay the same objects, and are not read again. */
@Injectable()
export class VersionLocks {
  private known: ReadonlyMap<string, VersionLock> = new Map();

  constructor(private readonly rows: VersionLocksReadModel) {}

  /** By Version id. Versions that are not asked for are forgotten. */
  async of(ctx: Ctx, references: readonly LockReference[]): Promise<ReadonlyMap<string, VersionLock>> {
    const stale = references.filter((reference) => this.known.get(reference.versionId)?.id !== idOf(reference));
    const read = await this.read(ctx, stale);
    this.known = new Map(references.map(({ versionId }) => [versionId, read.get(versionId) ?? this.known.get(versionId)!]));
    return this.known;
  }

  private async read(ctx: Ctx, references: readonly LockReference[]): Promise<ReadonlyMap<string, VersionLock>> {
    if (references.length === 0) return new Map();
    const ids = references.map(({ versionId }) => versionId);
    // Kinds first: a kind that is taken between the two reads then looks as if it were not, and nothing of it is served yet.
    const taken = byVersion(await this.rows.takenKinds(ctx, ids));
    const items = byVersion(await this.rows.itemsOf(ctx, ids));
    return new Map(
      references.map((reference) => {
        const { versionId } = reference;
        return [
          versionId,
          lockOf(
            reference,
            (taken.get(versionId) ?? []).map(({ kind }) => kind),
            items.get(versionId) ?? [],
          ),
        ];
      }),
    );
  }
}

function byVersion<Row extends { readonly versionId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.versionId);
    if (group) group.push(row);
    else groups.set(row.versionId, [row]);
  }
  return groups;
}

function lockOf(reference: LockReference, taken: readonly LockKind[], rows: readonly LockRow[]): VersionLock {
  const items = Object.fromEntries(LOCK_KINDS.map((kind) => [kind, new Map<string, LockedItem>()])) as Record<
    LockKind,
    Map<string, LockedItem>
  >;
  const texts = new Map<string, string>();
  for (const { kind, key, approvedHash, seenHash, state, approvedText } of rows) {
    // One string for both: most items are as they were approved.
    const seen = seenHash === approvedHash ? approvedHash : seenHash;
    items[kind].set(key, { approved: approvedHash, seen, decision: state === 'kept' || state === 'blocked' ? state : null });
    if (approvedHash !== null && approvedText !== null) texts.set(approvedHash, approvedText);
  }
  const { versionId, lockPolicy, changedItems } = reference;
  return { id: idOf(reference), versionId, policy: lockPolicy, changedItems, taken: new Set(taken), items, texts };
}
