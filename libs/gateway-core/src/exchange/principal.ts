/** Who calls: a workspace token, as the guard named it. */
export interface Principal {
  readonly tokenId: string;
  readonly tokenName: string;
  readonly workspaceId: string;
  /** The token's owner. */
  readonly userId: string | null;
  /** `server:tool` patterns the token is limited to, or null for everything. */
  readonly tools: readonly string[] | null;
}
