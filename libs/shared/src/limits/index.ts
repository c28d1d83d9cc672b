/** Bounds that more than one room obeys. Bytes, milliseconds and counts, as the names say. */
export const LIMITS = {
  requestBytesMax: 4 * 1024 * 1024,
  upstreamAnswerBytesMax: 10 * 1024 * 1024,
  sseEventBytesMax: 10 * 1024 * 1024,
  callDeadlineMs: 60_000,
  listDeadlineMs: 5_000,
  connectTimeoutMs: 5_000,
  toolsPerServerMax: 1_000,
  toolDefinitionBytesMax: 64 * 1024,
  toolListBytesMax: 8 * 1024 * 1024,
  legacySessionIdleMs: 24 * 60 * 60_000,
  legacySessionsPerTokenMax: 1_000,
  nameLengthMax: 128,
  nestingMax: 64,
  keysMax: 10_000,
} as const;

/** Defaults of a workspace's limits per token; each can be set on the workspace. */
export const WORKSPACE_LIMIT_DEFAULTS = { ratePerSecond: 200, burst: 2_000, concurrency: 256 } as const;

/** Published tool names: default and the lengths a workspace may choose. */
export const TOOL_NAME_LENGTHS = [46, 64, 128] as const;

export const SLUG_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const SLUG_LENGTH = { min: 2, max: 40 } as const;
export const TOOL_PREFIX_PATTERN = /^[a-zA-Z][a-zA-Z0-9_-]{0,23}$/;
export const PASSWORD_LENGTH = { min: 10, max: 200 } as const;
