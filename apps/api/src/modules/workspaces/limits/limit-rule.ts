/** What a rule is about: all of the workspace, each of its tokens or one, a tool or all of a server's, each address. */
export const LIMIT_RULE_SCOPES = ['workspace', 'each-token', 'token', 'tool', 'each-address'] as const;
export type LimitRuleScope = (typeof LIMIT_RULE_SCOPES)[number];

/** What can be bounded; null: not by this rule. */
export interface LimitNumbers {
  readonly ratePerSecond: number | null;
  readonly burst: number | null;
  readonly concurrency: number | null;
  readonly callsPerDay: number | null;
}

/** One limit that a workspace set. */
export interface LimitRule extends LimitNumbers {
  readonly workspaceId: string;
  readonly scope: LimitRuleScope;
  /** The token's id, or `server:tool` with `*` for all tools of the server; empty for the other scopes. */
  readonly subject: string;
}

export const NO_NUMBERS: LimitNumbers = { ratePerSecond: null, burst: null, concurrency: null, callsPerDay: null };
export const LIMIT_FIELDS = ['ratePerSecond', 'burst', 'concurrency', 'callsPerDay'] as const;

/** Where a rate came without a burst: as much at once as ten seconds bring. */
export const BURST_SECONDS = 10;
