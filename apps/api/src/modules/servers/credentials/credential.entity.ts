import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredCredential } from './credential.js';

/** A secret value of one slot for one origin, sealed by the vault. */
@Entity('server_credentials')
export class CredentialEntity implements StoredCredential {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'server_id' }) serverId!: string;
  /** Scheme, host and port the value was given for; it is lent for no other (security C2). */
  @Column('text') origin!: string;
  @Column('text') name!: string;
  @Column('text') sealed!: string;
  @Column('text', { nullable: true }) last4!: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
}
