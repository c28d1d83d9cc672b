import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangedItems, LockPolicy } from '@mcpnest/gateway-core';
import type { CatalogueServer } from './server.js';
import type { ServerSource } from './server-facts.js';

/** An entry of the company-wide catalogue. */
@Entity('servers')
export class ServerEntity implements CatalogueServer {
  @PrimaryColumn('text') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('text', { nullable: true }) owner!: string | null;
  @Column('text', { nullable: true }) purpose!: string | null;
  @Column('text', { name: 'data_touched', nullable: true }) dataTouched!: string | null;
  @Column('text', { name: 'documentation_url', nullable: true }) documentationUrl!: string | null;
  @Column('text', { array: true }) tags!: string[];
  @Column('jsonb', { nullable: true }) source!: ServerSource | null;
  @Column('text', { name: 'lock_policy' }) lockPolicy!: LockPolicy;
  @Column('text', { name: 'changed_items' }) changedItems!: ChangedItems;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  /** Grows with each change of the row: the entity tag. */
  @Column('integer') revision!: number;
}
