import { PlatformFoundations20261123100000 } from './platform/database/migrations/20261123100000-platform-foundations.js';
import { AuthPeople20261123110000 } from './platform/database/migrations/20261123110000-auth-people.js';
import { WorkspacesWorkspaces20261123110100 } from './platform/database/migrations/20261123110100-workspaces-workspaces.js';
import { AuthInvitesAndTokens20261123110200 } from './platform/database/migrations/20261123110200-auth-invites-and-tokens.js';
import { ServersCatalogue20261123120000 } from './platform/database/migrations/20261123120000-servers-catalogue.js';
import { PlatformVaultKeys20261123130000 } from './platform/database/migrations/20261123130000-platform-vault-keys.js';
import { AuditLedger20261123130100 } from './platform/database/migrations/20261123130100-audit-ledger.js';
import { AuditCalls20261123130200 } from './platform/database/migrations/20261123130200-audit-calls.js';
import { GatewayReplicasAndSessions20261124100000 } from './platform/database/migrations/20261124100000-gateway-replicas-and-sessions.js';
import { ServersFacts20261124200000 } from './platform/database/migrations/20261124200000-servers-facts.js';
import { ServersRequests20261124220000 } from './platform/database/migrations/20261124220000-servers-requests.js';
import { AuditLedgerSubjects20261124221000 } from './platform/database/migrations/20261124221000-audit-ledger-subjects.js';
import { ServersCuration20261124230000 } from './platform/database/migrations/20261124230000-servers-curation.js';
import { ServersToolLock20261124231000 } from './platform/database/migrations/20261124231000-servers-tool-lock.js';
import { ServersCanaries20261130100000 } from './platform/database/migrations/20261130100000-servers-canaries.js';
import { ServersRegistries20261130100100 } from './platform/database/migrations/20261130100100-servers-registries.js';
import { AuthSingleSignOn20261130110000 } from './platform/database/migrations/20261130110000-auth-single-sign-on.js';
import { AuthTokenOwners20261130120000 } from './platform/database/migrations/20261130120000-auth-token-owners.js';
import { ServersFreezes20261130120100 } from './platform/database/migrations/20261130120100-servers-freezes.js';
import { ServersCredentialVersions20261130130000 } from './platform/database/migrations/20261130130000-servers-credential-versions.js';
import { AuditChains20261130140000 } from './platform/database/migrations/20261130140000-audit-chains.js';
import { AuditCallFacts20261130150000 } from './platform/database/migrations/20261130150000-audit-call-facts.js';
import { AuditCallRollups20261130150100 } from './platform/database/migrations/20261130150100-audit-call-rollups.js';
import { ServersLocalPackages20261130160000 } from './platform/database/migrations/20261130160000-servers-local-packages.js';
import { AuditGapAcknowledgements20261130190000 } from './platform/database/migrations/20261130190000-audit-gap-acknowledgements.js';
import { AuditRetentionPolicies20261130190100 } from './platform/database/migrations/20261130190100-audit-retention-policies.js';
import { WorkspacesLimits20261130210000 } from './platform/database/migrations/20261130210000-workspaces-limits.js';
import { ServersOauthAccounts20261130220000 } from './platform/database/migrations/20261130220000-servers-oauth-accounts.js';
import { PlatformMasterKeyIds20261130220100 } from './platform/database/migrations/20261130220100-platform-master-key-ids.js';
import { AuditLedgerChain20261130230000 } from './platform/database/migrations/20261130230000-audit-ledger-chain.js';
import { AuditRecordedTables20261130230100 } from './platform/database/migrations/20261130230100-audit-recorded-tables.js';
import { AuditCallViews20261130230200 } from './platform/database/migrations/20261130230200-audit-call-views.js';
import { AuditWebhooks20261130230300 } from './platform/database/migrations/20261130230300-audit-webhooks.js';
import { AuditCallDays20261130231000 } from './platform/database/migrations/20261130231000-audit-call-days.js';
import { AuditCallIndexes20261130232000 } from './platform/database/migrations/20261130232000-audit-call-indexes.js';
import { AuditExportSchedules20261130230400 } from './platform/database/migrations/20261130230400-audit-export-schedules.js';
import { AuthTokenRevisions20261130240000 } from './platform/database/migrations/20261130240000-auth-token-revisions.js';
import { ServersOauthRevocations20261130240100 } from './platform/database/migrations/20261130240100-servers-oauth-revocations.js';
import { PlatformRowSecurity20261201100000 } from './platform/database/migrations/20261201100000-platform-row-security.js';
import { ServersInstallScripts20261201110000 } from './platform/database/migrations/20261201110000-servers-install-scripts.js';
import { ServersLooks20261201120000 } from './platform/database/migrations/20261201120000-servers-looks.js';
import { ServersRunners20261201120100 } from './platform/database/migrations/20261201120100-servers-runners.js';
import { AuditPublishedNames20261201130000 } from './platform/database/migrations/20261201130000-audit-published-names.js';
import { AuditCallSightings20261201140000 } from './platform/database/migrations/20261201140000-audit-call-sightings.js';
import { AuditCallTraces20261201150000 } from './platform/database/migrations/20261201150000-audit-call-traces.js';
import { AuditCallNames20261201160000 } from './platform/database/migrations/20261201160000-audit-call-names.js';

/** Every migration, one line each; the timestamps in their names order them. */
export const MIGRATIONS: Function[] = [
  PlatformFoundations20261123100000,
  AuthPeople20261123110000,
  WorkspacesWorkspaces20261123110100,
  AuthInvitesAndTokens20261123110200,
  ServersCatalogue20261123120000,
  PlatformVaultKeys20261123130000,
  AuditLedger20261123130100,
  AuditCalls20261123130200,
  GatewayReplicasAndSessions20261124100000,
  ServersFacts20261124200000,
  ServersRequests20261124220000,
  AuditLedgerSubjects20261124221000,
  ServersCuration20261124230000,
  ServersToolLock20261124231000,
  ServersCanaries20261130100000,
  ServersRegistries20261130100100,
  AuthSingleSignOn20261130110000,
  AuthTokenOwners20261130120000,
  ServersFreezes20261130120100,
  ServersCredentialVersions20261130130000,
  AuditChains20261130140000,
  AuditCallFacts20261130150000,
  AuditCallRollups20261130150100,
  ServersLocalPackages20261130160000,
  AuditGapAcknowledgements20261130190000,
  AuditRetentionPolicies20261130190100,
  WorkspacesLimits20261130210000,
  ServersOauthAccounts20261130220000,
  PlatformMasterKeyIds20261130220100,
  AuditLedgerChain20261130230000,
  AuditRecordedTables20261130230100,
  AuditCallViews20261130230200,
  AuditWebhooks20261130230300,
  AuditExportSchedules20261130230400,
  AuthTokenRevisions20261130240000,
  ServersOauthRevocations20261130240100,
  AuditCallDays20261130231000,
  PlatformRowSecurity20261201100000,
  ServersInstallScripts20261201110000,
  ServersLooks20261201120000,
  ServersRunners20261201120100,
  AuditCallIndexes20261130232000,
  AuditPublishedNames20261201130000,
  AuditCallSightings20261201140000,
  AuditCallTraces20261201150000,
  AuditCallNames20261201160000,
];
