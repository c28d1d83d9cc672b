import type { ToolGrant } from '../policy/tool-scope.js';

/** Who calls: a workspace token, as the guard named it. */
export interface Principal {
  readonly tokenId: string;
  readonly tokenName: string;
  readonly workspaceId: string;
  /** The token's owner. */
  readonly userId: string | null;
  /** The tools the token is limited to, or null for everything; one object as long as the limits stay the same. */
  readonly tools: ToolGrant | null;
}
