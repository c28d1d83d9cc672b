import type { ExposureRoute, RouteTable, VersionLock, WorkspaceLimits, WorkspaceRoute } from '@mcpnest/gateway-core';

/** What the table needs of a workspace. */
export interface RoutedWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly limits: WorkspaceLimits;
  readonly toolNameLengthMax: number;
}

/**
 * Compiles the directories' state into the immutable table the gateway runs on. Pure.
 * A workspace that did not change keeps its identity, so that what was derived from it stays valid.
 */
export function compileRouteTable(
  generation: number,
  workspaces: readonly RoutedWorkspace[],
  exposures: ReadonlyMap<string, readonly ExposureRoute[]>,
  previous: RouteTable | undefined,
): RouteTable {
  const bySlug = new Map<string, WorkspaceRoute>();
  for (const { id, slug, name, limits, toolNameLengthMax } of workspaces) {
    const inOrder = [...(exposures.get(id) ?? [])].sort((a, b) => a.position - b.position || a.createdAt - b.createdAt);
    const route: WorkspaceRoute = { workspaceId: id, slug, name, limits, toolNameLengthMax, exposures: inOrder };
    const before = previous?.bySlug.get(slug);
    bySlug.set(slug, before && isSame(before, route) ? before : route);
  }
  return { generation, bySlug };
}

const isSame = (a: WorkspaceRoute, b: WorkspaceRoute): boolean => fingerprint(a) === fingerprint(b);

const SECRET_KEYS: ReadonlySet<string> = new Set(['headers', 'secrets', 'authorization']);

/** Everything of a route; `target.key` stands for the secrets, a lock's id for what it approves. */
function fingerprint(route: WorkspaceRoute): string {
  return JSON.stringify(route, (key, value: unknown) =>
    SECRET_KEYS.has(key)
      ? undefined
      : key === 'lock'
        ? (value as VersionLock).id
        : value instanceof Map
          ? [...(value as Map<unknown, unknown>)]
          : value instanceof Set
            ? [...(value as Set<unknown>)]
            : value,
  );
}
