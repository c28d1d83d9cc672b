import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MemberMethod } from '../transports/server-auth.js';
import type { AccountFlow, ClientOrigin, ServerAccount, TokenGiver } from './account.js';

/** Who gives tokens, as accounts and the connections under way both keep it. */
abstract class TokenGiverColumns implements TokenGiver {
  @Column('text', { name: 'server_id' }) serverId!: string;
  @Column('text', { name: 'workspace_id', nullable: true }) workspaceId!: string | null;
  @Column('text', { name: 'user_id', nullable: true }) userId!: string | null;
  @Column('text') origin!: string;
  @Column('text') issuer!: string;
  @Column('text', { name: 'token_endpoint' }) tokenEndpoint!: string;
  @Column('text', { name: 'revocation_endpoint', nullable: true }) revocationEndpoint!: string | null;
  @Column('text') resource!: string;
  @Column('text', { name: 'client_origin' }) clientOrigin!: ClientOrigin;
  @Column('text', { name: 'client_id' }) clientId!: string;
  @Column('text') method!: MemberMethod;
  @Column('text', { array: true }) scopes!: string[];
}

/** An account of a member at a server, or the one that a server is listed with; its tokens are sealed by the vault. */
@Entity('oauth_accounts')
export class AccountEntity extends TokenGiverColumns implements ServerAccount {
  @PrimaryColumn('text') id!: string;
  @Column('text', { nullable: true }) label!: string | null;
  @Column('text') sealed!: string;
  @Column('integer', { name: 'token_number' }) tokenNumber!: number;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('boolean') renewable!: boolean;
  @Column('text') state!: 'connected' | 'lapsed';
  @Column('text', { name: 'lapse_reason', nullable: true }) lapseReason!: string | null;
  @Column('timestamptz', { name: 'connected_at' }) connectedAt!: Date;
  @Column('timestamptz', { name: 'refreshed_at', nullable: true }) refreshedAt!: Date | null;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  @Column('timestamptz', { name: 'last_success_at', nullable: true }) lastSuccessAt!: Date | null;
  @Column('timestamptz', { name: 'last_failure_at', nullable: true }) lastFailureAt!: Date | null;
  @Column('text', { name: 'last_failure_reason', nullable: true }) lastFailureReason!: string | null;
  @Column('text', { name: 'lease_id', nullable: true }) leaseId!: string | null;
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil!: Date | null;
}

/** A connection under way. Its state is kept as a hash; the rest follows from a secret that only the browser has. */
@Entity('oauth_flows')
export class AccountFlowEntity extends TokenGiverColumns implements AccountFlow {
  @PrimaryColumn('bytea', { name: 'state_hash' }) stateHash!: Buffer;
  @Column('text', { name: 'person_id' }) personId!: string;
  @Column('boolean', { name: 'iss_required' }) issRequired!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
