import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A gateway token, stored as its SHA-256 only. The column `changed_number` is the database's own: a trigger writes it. */
@Entity('tokens')
export class TokenEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text', { name: 'owner_user_id' }) ownerUserId!: string;
  @Column('text') name!: string;
  @Column('bytea') hash!: Buffer;
  @Column('text') last4!: string;
  /** `server:tool` patterns; null: every tool of the workspace. */
  @Column('jsonb', { nullable: true }) tools!: string[] | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  /** The token that a rotation put in its place. */
  @Column('text', { name: 'replaced_by', nullable: true }) replacedBy!: string | null;
  /** How long it outlives the first use of its replacement; null where only `diesAt` counts. */
  @Column('integer', { name: 'overlap_seconds', nullable: true }) overlapSeconds!: number | null;
  /** When a rotation ends it; null as long as that waits for the replacement's first use. */
  @Column('timestamptz', { name: 'dies_at', nullable: true }) diesAt!: Date | null;
}
