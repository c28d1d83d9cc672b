import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An open invitation; the row goes when it is accepted. The code is stored as its SHA-256 only. */
@Entity('invites')
export class InviteEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'user_id' }) userId!: string;
  @Column('text', { name: 'workspace_id' }) workspaceId!: string;
  @Column('bytea') hash!: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
