import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in under way at the provider. Its state is kept as a hash; the rest follows from a secret that only the browser has. */
@Entity('oidc_flows')
export class OidcFlowEntity {
  @PrimaryColumn('bytea', { name: 'state_hash' }) stateHash!: Buffer;
  /** The path of the console to go to afterwards. */
  @Column('text') next!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
