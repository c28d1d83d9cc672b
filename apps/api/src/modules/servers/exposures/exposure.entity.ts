import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ServerExposure } from './exposure.js';

/** A server shown in a workspace, with the version it is pinned to. */
@Entity('gateway_workspace_servers')
export class ExposureEntity implements ServerExposure {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text', { name: 'server_id' }) serverId!: string;
  @Column('integer', { name: 'server_version' }) serverVersion!: number;
  @Column('text', { name: 'tool_prefix', nullable: true }) toolPrefix!: string | null;
  @Column('integer') position!: number;
  @Column('boolean') enabled!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('integer') revision!: number;
}
