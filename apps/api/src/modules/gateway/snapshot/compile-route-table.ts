import type { ExposureRoute, RouteTable, VersionLock, WorkspaceLimits, WorkspaceRoute } from '@mcpnest/gateway-core';
import type { LimitRule } from '../../workspaces/index.js';
import { compileLimitRules } from './compile-limit-rules.js';

/** What the table needs of a workspace. */
export interface RoutedWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly limits: WorkspaceLimits;
  readonly toolNameLengthMax: number;
  readonly limitRules: readonly LimitRule[];
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
  for (const { id, slug, name, limits, toolNameLengthMax, limitRules } of workspaces) {
    const rules = compileLimitRules(limitRules, limits);
    const inOrder = [...(exposures.get(id) ?? [])].sort((a, b) => a.position - b.position || a.createdAt - b.createdAt);
    const route: WorkspaceRoute = {
      workspaceId: id,
      slug,
      name,
      limits,
      toolNameLengthMax,
      exposures: inOrder,
      ...(rules && { limitRules: rules }),
    };
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
