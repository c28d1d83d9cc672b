import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MemberMethod } from '../transports/server-auth.js';

/** The gateway as an authorization server registered it (RFC 7591), for one redirect address. Known by issuer. */
@Entity('oauth_clients')
export class OAuthClientEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') issuer!: string;
  @Column('text', { name: 'redirect_uri' }) redirectUri!: string;
  @Column('text', { name: 'client_id' }) clientId!: string;
  @Column('text') method!: MemberMethod;
  /** The client's secret, sealed by the vault; null where it has none. */
  @Column('text', { nullable: true }) sealed!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
