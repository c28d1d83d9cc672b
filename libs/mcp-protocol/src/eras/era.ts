/** The two families of MCP revisions: `legacy` opens with `initialize`, `modern` carries an envelope on every request. */
export type Era = 'legacy' | 'modern';

/** Modern revisions served, newest first. The same set stands in `server/discover` and in UNSUPPORTED_VERSION's data. */
export const MODERN_REVISIONS = ['2026-07-28'] as const;

/** Legacy revisions served, newest first. */
export const LEGACY_REVISIONS = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'] as const;

/** What `initialize` answers to a version it does not know. */
export const LATEST_LEGACY = '2025-11-25';

/** `_meta` keys owned by the modern specification ("Request metadata"). */
export const META_KEYS = {
  protocolVersion: 'io.modelcontextprotocol/protocolVersion',
  clientCapabilities: 'io.modelcontextprotocol/clientCapabilities',
  clientInfo: 'io.modelcontextprotocol/clientInfo',
  logLevel: 'io.modelcontextprotocol/logLevel',
  serverInfo: 'io.modelcontextprotocol/serverInfo',
  subscriptionId: 'io.modelcontextprotocol/subscriptionId',
} as const;

const REVISION = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text names a revision of the modern family, served or not: a date from 2026-07-28 on. */
export function isModernRevision(version: string | undefined): boolean {
  return version !== undefined && REVISION.test(version) && version >= '2026-07-28';
}

/** Whether a text names one of the legacy revisions served. */
export function isLegacyRevision(version: string | undefined): boolean {
  return (LEGACY_REVISIONS as readonly (string | undefined)[]).includes(version);
}
