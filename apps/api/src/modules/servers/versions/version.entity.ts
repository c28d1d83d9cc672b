import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Transport } from '../transports/transport.js';
import type { VersionState } from './version-states.js';
import type { ServerVersion } from './version.js';

/** An immutable definition of a server; only its state and what first contact found out ever change. */
@Entity('server_versions')
export class VersionEntity implements ServerVersion {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'server_id' }) serverId!: string;
  @Column('integer') number!: number;
  @Column('text') state!: VersionState;
  @Column('jsonb') transport!: Transport;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('text', { name: 'created_by_id', nullable: true }) createdById!: string | null;
  @Column('text', { name: 'created_by_name' }) createdByName!: string;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt!: Date | null;
  /** When the server's tools were first listed; null until first contact. */
  @Column('timestamptz', { name: 'listed_at', nullable: true }) listedAt!: Date | null;
  /** When the server was last asked, and why it did not answer then. */
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt!: Date | null;
  @Column('text', { name: 'check_reason', nullable: true }) checkReason!: string | null;
}
