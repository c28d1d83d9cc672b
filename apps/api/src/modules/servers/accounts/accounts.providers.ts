import { AccountAnswer } from './account-answer.service.js';
import { AccountConnect } from './account-connect.service.js';
import { AccountFacts } from './account-facts.service.js';
import { AccountFlowCookie } from './account-flow-cookie.js';
import { AccountRenewals } from './account-renewals.service.js';
import { AccountRevocationRepository } from './account-revocation.repository.js';
import { AccountRevocations } from './account-revocations.service.js';
import { AccountRepository } from './account.repository.js';
import { AccountSealer } from './account-sealer.js';
import { AccountsService } from './accounts.service.js';
import { AccountTokens } from './account-tokens.service.js';
import { AnswerTokens } from './answer-tokens.service.js';
import { ClientSecrets } from './client-secrets.service.js';
import { OAuthClientRepository } from './oauth-client.repository.js';
import { OAuthClients } from './oauth-clients.service.js';
import { OAuthDiscovery } from './oauth-discovery.service.js';
import { OAuthRequests } from './oauth-requests.service.js';
import { RevocationAttempt } from './revocation-attempt.service.js';
import { SignInServers } from './sign-in-servers.service.js';
import { SignInServersReadModel } from './sign-in-servers.read-model.js';
import { SignInTest } from './sign-in-test.service.js';

/** Accounts that people connect to servers. */
export const ACCOUNTS_PROVIDERS = [
  AccountAnswer,
  AccountConnect,
  AccountFacts,
  AccountFlowCookie,
  AccountRenewals,
  AccountRepository,
  AccountRevocationRepository,
  AccountRevocations,
  AccountSealer,
  AccountsService,
  AccountTokens,
  AnswerTokens,
  ClientSecrets,
  OAuthClientRepository,
  OAuthClients,
  OAuthDiscovery,
  OAuthRequests,
  RevocationAttempt,
  SignInServers,
  SignInServersReadModel,
  SignInTest,
];
