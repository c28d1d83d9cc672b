/** A server shown in a workspace, as it is stored. */
export interface ServerExposure {
  readonly id: string;
  readonly workspaceId: string;
  readonly serverId: string;
  readonly serverVersion: number;
  readonly toolPrefix: string | null;
  readonly position: number;
  readonly enabled: boolean;
  readonly createdAt: Date;
  readonly revision: number;
}
