/** Which requests an actor sees. */
export interface RequestReach {
  /** Workspaces of which every request is seen. */
  readonly workspaceIds: readonly string[];
  /** Workspaces of which the person's own requests are seen. */
  readonly ownIn: readonly string[];
  readonly personId: string | null;
}
