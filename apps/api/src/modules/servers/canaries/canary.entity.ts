import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Canary } from './canary.js';

/** A running canary of an exposure; ended ones are in the ledger alone. */
@Entity('exposure_canaries')
export class CanaryEntity implements Canary {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'exposure_id' }) exposureId!: string;
  @Column('text', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text', { name: 'server_id' }) serverId!: string;
  @Column('integer', { name: 'server_version' }) serverVersion!: number;
  @Column('text', { name: 'token_ids', array: true }) tokenIds!: string[];
  @Column('integer', { name: 'share_percent' }) sharePercent!: number;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('text', { name: 'started_by_name' }) startedByName!: string;
  @Column('integer') revision!: number;
}
