/** Whose requests a limit counts together. */
export const LIMIT_SCOPES = ['workspace', 'token', 'tool', 'address'] as const;
export type LimitScope = (typeof LIMIT_SCOPES)[number];

/** What one subject may do; what is absent is not bounded. */
export interface LimitValues {
  readonly ratePerSecond?: number | undefined;
  /** How many at once after a quiet time. Present wherever there is a rate. */
  readonly burst?: number | undefined;
  readonly concurrency?: number | undefined;
  /** Tool calls that leave for a server, per day of UTC. */
  readonly callsPerDay?: number | undefined;
}

/** The limits of a workspace beside what each of its tokens may do. */
export interface LimitRules {
  /** All of its clients together. */
  readonly workspace?: LimitValues;
  /** Each token's calls of a day, where the token has no word of its own. */
  readonly tokenCallsPerDay?: number;
  /** Tokens with words of their own, by id. What is absent is as for every token. */
  readonly tokens: ReadonlyMap<string, LimitValues>;
  /** All calls of a tool together: `server:tool`, or `server:*` for those of a server that have no word of their own. */
  readonly tools: ReadonlyMap<string, LimitValues>;
  /** Each address that clients come from. */
  readonly address?: LimitValues;
}

/** One limit that a request falls under. */
export interface Bound {
  readonly workspaceId: string;
  readonly scope: LimitScope;
  /** The token's id, `server:tool`, the address; empty for the workspace. */
  readonly subject: string;
  readonly limits: LimitValues;
}
