import type { CanaryRoute, ExposureRoute, RouteTable, ServedVersion, WorkspaceRoute } from './route-table.js';

/** Who is served: a session, or a token where there is none. */
export interface Audience {
  readonly tokenId: string;
  readonly sessionId: string | undefined;
}

const NO_CANARIES: ReadonlySet<string> = new Set();
/** Workspace → what was made of it, by the canaries that it serves. */
const variants = new WeakMap<WorkspaceRoute, Map<string, WorkspaceRoute>>();

/**
 * The workspace as one client is served it. What falls to a client depends on ids alone, so that it is the same after a restart
 * and on every replica; and who is served a canary stays so while its share grows.
 */
export function routeFor(workspace: WorkspaceRoute, audience: Audience): WorkspaceRoute {
  return serving(workspace.variant?.of ?? workspace, (canary) => isServed(canary, audience));
}

/** What a newer state of the workspace is to clients for whom the former one was made: canaries that ended serve nobody. */
export function sameVariant({ variant }: WorkspaceRoute, newest: WorkspaceRoute): WorkspaceRoute {
  return variant ? serving(newest, ({ id }) => variant.canaries.has(id)) : newest;
}

/** The ids of the canaries that a route serves. */
export const canariesOf = ({ variant }: WorkspaceRoute): ReadonlySet<string> => variant?.canaries ?? NO_CANARIES;

/** Every Version that some client may be served, with what is approved of it. */
export function* routedVersions({ bySlug }: RouteTable): Generator<ServedVersion> {
  for (const { exposures } of bySlug.values()) {
    for (const exposure of exposures) {
      yield exposure;
      if (exposure.canary) yield exposure.canary;
    }
  }
}

function serving(workspace: WorkspaceRoute, isChosen: (canary: CanaryRoute) => boolean): WorkspaceRoute {
  let chosen: Set<string> | undefined;
  for (const { canary } of workspace.exposures) if (canary && isChosen(canary)) (chosen ??= new Set()).add(canary.id);
  if (!chosen) return workspace;
  const key = [...chosen].join();
  let made = variants.get(workspace);
  if (!made) variants.set(workspace, (made = new Map()));
  let variant = made.get(key);
  if (!variant) made.set(key, (variant = variantOf(workspace, chosen)));
  return variant;
}

function variantOf(workspace: WorkspaceRoute, canaries: ReadonlySet<string>): WorkspaceRoute {
  const served = (exposure: ExposureRoute): ExposureRoute => {
    const { canary } = exposure;
    if (!canary || !canaries.has(canary.id)) return exposure;
    const { personal: _, needsAccount: __, ...rest } = exposure;
    const { target, lock, personal, needsAccount } = canary;
    return { ...rest, target, lock, ...(personal && { personal }), ...(needsAccount && { needsAccount }) };
  };
  return { ...workspace, exposures: workspace.exposures.map(served), variant: { of: workspace, canaries } };
}

const isServed = ({ id, tokenIds, sharePercent }: CanaryRoute, { tokenId, sessionId }: Audience): boolean =>
  tokenIds.has(tokenId) || (sharePercent > 0 && lotOf(`${id}:${sessionId ?? tokenId}`) < sharePercent);

/** A number from 0 to 99 that every process makes of the same text: FNV-1a, its bits mixed once more. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 100;
}
