import type { ChangeView, AffectedRow } from './changes.read-model.js';
import type { LockChange, LockedDefinition } from './changes.dto.js';
import { riskMarks } from './risk-marks.js';

/** What changes are seen against. */
export interface Surroundings {
  readonly affected: readonly AffectedRow[];
  readonly tools: readonly { readonly name: string; readonly serverId: string }[];
}

const WORKSPACES_MAX = 50;

const definition = (hash: string | null, text: string | null): LockedDefinition | null =>
  hash === null || text === null ? null : { hash, text };

export function presentChange(change: ChangeView, { affected, tools }: Surroundings): LockChange {
  const workspaces = affected.filter(({ serverId, version }) => serverId === change.serverId && version === change.version);
  const own = new Set(tools.filter(({ serverId }) => serverId === change.serverId).map(({ name }) => name));
  const foreign = new Set(tools.map(({ name }) => name).filter((name) => !own.has(name)));
  return {
    id: change.id,
    server: { id: change.serverId, slug: change.serverSlug, name: change.serverName },
    version: change.version,
    kind: change.kind,
    key: change.key,
    change: change.seenHash === null ? 'removed' : change.approvedHash === null ? 'added' : 'changed',
    state: change.state as LockChange['state'],
    approved: definition(change.approvedHash, change.approvedText),
    seen: definition(change.seenHash, change.seenText),
    firstSeenAt: change.firstSeenAt.toISOString(),
    decided: change.decidedAt && {
      at: change.decidedAt.toISOString(),
      userId: change.decidedById,
      name: change.decidedByName ?? '',
      note: change.note,
    },
    workspaces: workspaces.slice(0, WORKSPACES_MAX).map(({ slug, name, activeTokens }) => ({ slug, name, activeTokens })),
    workspaceCount: workspaces.length,
    activeTokens: workspaces.reduce((sum, { activeTokens }) => sum + activeTokens, 0),
    marks: riskMarks(change.approvedText, change.seenText, foreign).map((mark) => ({ ...mark })),
  };
}
