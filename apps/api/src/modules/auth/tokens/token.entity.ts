import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RevokeReason } from './gateway-token.js';

/** A gateway token, stored as its SHA-256 only. The column `changed_number` is the database's own: a trigger writes it. */
@Entity('tokens')
export class TokenEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'workspace_id' }) workspaceId!: string;
  /** Null: a service token, which belongs to the workspace. */
  @Column('text', { name: 'owner_user_id', nullable: true }) ownerUserId!: string | null;
  @Column('text') name!: string;
  @Column('bytea') hash!: Buffer;
  @Column('text') last4!: string;
  /** `server:tool` patterns; null: every tool of the workspace. */
  @Column('jsonb', { nullable: true }) tools!: string[] | null;
  /** Addresses and networks it may be used from; null: anywhere. */
  @Column('jsonb', { nullable: true }) addresses!: string[] | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  @Column('text', { name: 'last_address', nullable: true }) lastAddress!: string | null;
  @Column('text', { name: 'last_client', nullable: true }) lastClient!: string | null;
  /** When it was last shown from an address that it may not be used from. */
  @Column('timestamptz', { name: 'refused_at', nullable: true }) refusedAt!: Date | null;
  @Column('text', { name: 'refused_address', nullable: true }) refusedAddress!: string | null;
  @Column('text', { name: 'revoke_reason', nullable: true }) revokeReason!: RevokeReason | null;
  @Column('timestamptz', { name: 'rotated_at', nullable: true }) rotatedAt!: Date | null;
  /** The token that a rotation put in its place. */
  @Column('text', { name: 'replaced_by', nullable: true }) replacedBy!: string | null;
  /** How long it outlives the first use of its replacement; null where only `diesAt` counts. */
  @Column('integer', { name: 'overlap_seconds', nullable: true }) overlapSeconds!: number | null;
  /** Grows with every change of what somebody may choose: name, tools, addresses, expiry. */
  @Column('integer') revision!: number;
  /** When a rotation ends it; null as long as that waits for the replacement's first use. */
  @Column('timestamptz', { name: 'dies_at', nullable: true }) diesAt!: Date | null;
}
