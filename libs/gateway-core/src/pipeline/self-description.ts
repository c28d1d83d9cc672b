import { META_KEYS, MODERN_REVISIONS, objectText } from '@mcpnest/mcp-protocol';
import type { WorkspaceRoute } from '../routing/route-table.js';

/** What the gateway can do for clients, as raw JSON; must match what it answers. */
export const capabilitiesText = '{"tools":{}}';

/** How long clients may keep the answer to `server/discover`. */
const DISCOVER_TTL_MS = 60_000;

/** Who answers, as raw JSON. The name differs per workspace, because some clients number servers that share one. */
export function serverInfoText(workspace: WorkspaceRoute, version: string): string {
  return JSON.stringify({ name: `mcpnest-${workspace.slug}`, title: workspace.name, version });
}

/** The result of `server/discover` (2026-07-28, Discovery), from our own knowledge: it never waits for an upstream. */
export function discoverResult(workspace: WorkspaceRoute, version: string): string {
  return objectText([
    ['resultType', '"complete"'],
    ['supportedVersions', JSON.stringify(MODERN_REVISIONS)],
    ['capabilities', capabilitiesText],
    ['ttlMs', String(DISCOVER_TTL_MS)],
    ['cacheScope', '"private"'],
    ['_meta', objectText([[META_KEYS.serverInfo, serverInfoText(workspace, version)]])],
  ]);
}
