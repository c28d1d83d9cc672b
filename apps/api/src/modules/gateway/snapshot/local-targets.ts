import type { RouteTable, UpstreamTarget } from '@mcpnest/gateway-core';

/** What a route table says of local servers. */
export interface LocalTargets {
  /** Those that may run, without those of single members. */
  readonly running: readonly UpstreamTarget[];
  /** Workspaces by target key. */
  readonly shownIn: ReadonlyMap<string, readonly string[]>;
  /** Ids of servers that are frozen wherever they are shown. */
  readonly held: ReadonlySet<string>;
  /** Every local target, those of single members included, by key. */
  readonly byKey: ReadonlyMap<string, UpstreamTarget>;
}

/** Finds the local servers of a route table: in which workspaces they are shown, and which are frozen in all of them. */
export function localTargetsOf({ bySlug, freezes }: RouteTable): LocalTargets {
  const shownIn = new Map<string, string[]>();
  const shared = new Map<string, UpstreamTarget>();
  const byKey = new Map<string, UpstreamTarget>();
  for (const { workspaceId, exposures } of bySlug.values()) {
    for (const served of exposures.flatMap((exposure) => [exposure, ...(exposure.canary ? [exposure.canary] : [])])) {
      const { target } = served;
      if (target.transport.type !== 'stdio') continue;
      shared.set(target.key, target);
      shownIn.set(target.key, [...(shownIn.get(target.key) ?? []), workspaceId]);
      for (const one of [target, ...(served.personal?.values() ?? [])]) byKey.set(one.key, one);
    }
  }
  const isHeld = ({ key, serverId }: UpstreamTarget): boolean =>
    freezes !== undefined && (shownIn.get(key) ?? []).every((workspaceId) => freezes.stopsTarget(workspaceId, serverId, undefined));
  const running = [...shared.values()].filter((target) => !isHeld(target));
  const runningIds = new Set(running.map(({ serverId }) => serverId));
  const held = new Set([...shared.values()].map(({ serverId }) => serverId).filter((id) => !runningIds.has(id)));
  return { running, shownIn, held, byKey };
}
