import type { ToolScope } from './tool-scope.js';

/** Who calls the gateway: a token of one workspace. */
export interface Principal {
  readonly tokenId: string;
  readonly tokenName: string;
  readonly workspaceId: string;
  /** The person the token belongs to. */
  readonly userId: string;
  /** Null: every tool of the workspace. */
  readonly tools: ToolScope | null;
}
