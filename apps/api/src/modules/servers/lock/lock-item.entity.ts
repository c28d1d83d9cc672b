import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LockKind } from '@mcpnest/gateway-core';
import type { LockItem, LockItemState } from './lock-item.js';

/** What was approved of one item that a Version's server lists, and what the server was last seen to list. */
@Entity('server_lock_items')
export class LockItemEntity implements LockItem {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'version_id' }) versionId!: string;
  @Column('text') kind!: LockKind;
  @Column('text') key!: string;
  @Column('text', { name: 'approved_hash', nullable: true }) approvedHash!: string | null;
  @Column('text', { name: 'seen_hash', nullable: true }) seenHash!: string | null;
  @Column('text') state!: LockItemState;
  @Column('timestamptz', { name: 'first_seen_at' }) firstSeenAt!: Date;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decided_by_id', nullable: true }) decidedById!: string | null;
  @Column('text', { name: 'decided_by_name', nullable: true }) decidedByName!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
}
