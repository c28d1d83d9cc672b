import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredCredential } from './credential.js';

/** What every stored value has, whoever holds it. */
export abstract class CredentialColumns implements Omit<StoredCredential, 'workspaceId' | 'userId'> {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'server_id' }) serverId!: string;
  /** Scheme, host and port the value was given for; it is lent for no other (security C2). */
  @Column('text') origin!: string;
  @Column('text') name!: string;
  @Column('integer') version!: number;
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('text') sealed!: string;
  @Column('text', { nullable: true }) last4!: string | null;
  @Column('text', { name: 'set_by', nullable: true }) setBy!: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  @Column('timestamptz', { name: 'last_success_at', nullable: true }) lastSuccessAt!: Date | null;
  @Column('timestamptz', { name: 'last_failure_at', nullable: true }) lastFailureAt!: Date | null;
  @Column('text', { name: 'last_failure_reason', nullable: true }) lastFailureReason!: string | null;
}

/** A value for every workspace, sealed by the vault. */
@Entity('server_credentials')
export class CredentialEntity extends CredentialColumns {}
