/** Bounds that more than one room obeys. Bytes, milliseconds and counts, as the names say. */
export const LIMITS = {
  requestBytesMax: 4 * 1024 * 1024,
  upstreamAnswerBytesMax: 10 * 1024 * 1024,
  sseEventBytesMax: 10 * 1024 * 1024,
  stdioLineBytesMax: 10 * 1024 * 1024,
  callDeadlineMs: 60_000,
  listDeadlineMs: 5_000,
  connectTimeoutMs: 5_000,
  toolsPerServerMax: 1_000,
  toolListBytesMax: 8 * 1024 * 1024,
  legacySessionIdleMs: 24 * 60 * 60_000,
  legacySessionsPerTokenMax: 1_000,
  /** How long a call may wait for a person's answer, each time it asks. */
  parkMs: 600_000,
  parkedPerTokenMax: 64,
  parkedMax: 2_000,
  /** Rounds of questions one call may ask. */
  inputRoundsMax: 16,
  inputRequestsMax: 32,
  /** Between signs of life on a quiet stream towards a client. */
  keepAliveMs: 15_000,
  /** Kept of one stream for a client that comes back for it. */
  streamReplayBytesMax: 256 * 1024,
  streamReplayMs: 300_000,
  /** Given up: a client that leaves more than this unread. */
  streamBacklogBytesMax: 1024 * 1024,
  streamsPerTokenMax: 64,
  /** Long-lived streams of one process. */
  streamsMax: 12_000,
  /** Resources whose updates one token may hear of at once, and for which one server is watched. */
  subscriptionsMax: 500,
  watchedUrisPerServerMax: 2_000,
  /** Sessions with one legacy server for calls that may ask back, per credential: as many may wait for people there at once. */
  leasedSessionsMax: 512,
  leasedSessionIdleMs: 60_000,
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
