import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LockKind } from '@mcpnest/gateway-core';

/** A kind whose first listing went into a Version's lock. */
@Entity('server_lock_kinds')
export class LockKindEntity {
  @PrimaryColumn('text', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text') kind!: LockKind;
  @Column('timestamptz', { name: 'taken_at' }) takenAt!: Date;
}
