import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key for the REST API, stored as its SHA-256 only. */
@Entity('api_keys')
export class ApiKeyEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'user_id' }) userId!: string;
  @Column('text') name!: string;
  @Column('bytea') hash!: Buffer;
  @Column('text') last4!: string;
  /** Null: everything the owner may do. */
  @Column('jsonb', { nullable: true }) scopes!: string[] | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
}
