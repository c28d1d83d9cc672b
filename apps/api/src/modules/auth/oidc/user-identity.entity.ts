import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person as an identity provider knows them: issuer and subject together are the key, never the email. */
@Entity('user_identities')
export class UserIdentityEntity {
  @PrimaryColumn('text') issuer!: string;
  @PrimaryColumn('text') subject!: string;
  @Column('text', { name: 'user_id' }) userId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_used_at' }) lastUsedAt!: Date;
}
