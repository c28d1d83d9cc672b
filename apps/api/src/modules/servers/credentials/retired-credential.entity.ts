import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RetiredCredential } from './credential.js';

/** A former value: who set it when, who replaced it when. */
@Entity('retired_credentials')
export class RetiredCredentialEntity implements RetiredCredential {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'server_id' }) serverId!: string;
  @Column('text', { name: 'workspace_id', nullable: true }) workspaceId!: string | null;
  @Column('text', { name: 'user_id', nullable: true }) userId!: string | null;
  @Column('text') origin!: string;
  @Column('text') name!: string;
  @Column('integer') version!: number;
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('text', { nullable: true }) sealed!: string | null;
  @Column('text', { nullable: true }) last4!: string | null;
  @Column('text', { name: 'set_by', nullable: true }) setBy!: string | null;
  @Column('timestamptz', { name: 'set_at' }) setAt!: Date;
  @Column('timestamptz', { name: 'retired_at' }) retiredAt!: Date;
  @Column('text', { name: 'retired_by', nullable: true }) retiredBy!: string | null;
  @Column('text') why!: 'replaced' | 'removed';
}
