import type { ParamSetting } from '@mcpnest/gateway-core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a workspace decided about one tool of an exposure; outlives upgrades of the server. */
@Entity('exposure_tool_settings')
export class ToolSettingEntity {
  @PrimaryColumn('text', { name: 'exposure_id' }) exposureId!: string;
  /** The upstream's own name. */
  @PrimaryColumn('text', { name: 'tool_name' }) toolName!: string;
  @Column('text', { name: 'workspace_id' }) workspaceId!: string;
  @Column('boolean') enabled!: boolean;
  @Column('text', { nullable: true }) alias!: string | null;
  @Column('text', { nullable: true }) description!: string | null;
  /** Null: clients see and set every parameter. */
  @Column('jsonb', { nullable: true }) params!: readonly ParamSetting[] | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
