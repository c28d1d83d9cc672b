import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A named set of tools that tokens of one workspace can be limited to, as `toolset:{name}`. */
export interface Toolset {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  /** `server:tool` patterns. */
  readonly tools: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly revision: number;
}

@Entity('toolsets')
export class ToolsetEntity implements Toolset {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text') name!: string;
  @Column('jsonb') tools!: string[];
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('integer') revision!: number;
}
