import { Module } from '@nestjs/common';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { ApiKeysRepository } from './api-keys/api-keys.repository.js';
import { ApiKeys } from './api-keys/api-keys.service.js';
import { AttemptThrottle } from './console-sessions/attempt-throttle.js';
import { ConsoleSessionsRepository } from './console-sessions/console-sessions.repository.js';
import { ConsoleSessions } from './console-sessions/console-sessions.service.js';
import { MeService } from './console-sessions/me.service.js';
import { SessionDesk } from './console-sessions/session-desk.service.js';
import { SessionCookie } from './console-sessions/session-cookie.js';
import { SignInController } from './console-sessions/sign-in.controller.js';
import { SignIn } from './console-sessions/sign-in.service.js';
import { SignedInAnswer } from './console-sessions/signed-in-answer.js';
import { PasswordHasher } from './identities/password-hasher.js';
import { People } from './identities/people.service.js';
import { UsersRepository } from './identities/users.repository.js';
import { InviteAcceptance } from './invites/invite-acceptance.service.js';
import { InvitesController } from './invites/invites.controller.js';
import { InvitesRepository } from './invites/invites.repository.js';
import { Invites } from './invites/invites.service.js';
import { FlowCookie } from './oidc/flow-cookie.js';
import { OidcClients } from './oidc/oidc-clients.js';
import { OidcFlowsRepository } from './oidc/oidc-flows.repository.js';
import { OidcPeople } from './oidc/oidc-people.service.js';
import { OidcRoles } from './oidc/oidc-roles.service.js';
import { OidcSettingsController } from './oidc/oidc-settings.controller.js';
import { OidcSettingsPresenter } from './oidc/oidc-settings.presenter.js';
import { OidcSettingsStore } from './oidc/oidc-settings.service.js';
import { OidcSignInController } from './oidc/oidc-sign-in.controller.js';
import { OidcSignIn } from './oidc/oidc-sign-in.service.js';
import { OidcTest } from './oidc/oidc-test.service.js';
import { UserIdentitiesRepository } from './oidc/user-identities.repository.js';
import { OwnAccountController } from './own-account/own-account.controller.js';
import { PasswordChange } from './own-account/password-change.service.js';
import { PeopleDesk } from './people/people-desk.service.js';
import { PeopleDirectory } from './people/people-directory.service.js';
import { PeopleListReadModel } from './people/people-list.read-model.js';
import { PeopleController } from './people/people.controller.js';
import { PersonHoldingsRepository } from './people/person-holdings.repository.js';
import { RequestAuthenticator } from './request-authenticator.js';
import { EnvironmentOperator } from './setup/environment-operator.js';
import { FirstOperator } from './setup/first-operator.service.js';
import { SetupCodes } from './setup/setup-codes.service.js';
import { SetupController } from './setup/setup.controller.js';
import { AuthenticateGuard } from './tokens/authenticate.guard.js';
import { GatewayTokens } from './tokens/gateway-tokens.service.js';
import { TokenClients } from './tokens/token-clients.js';
import { TokenIndex } from './tokens/token-index.js';
import { TokenRowsReadModel } from './tokens/token-rows.read-model.js';
import { TokenTracesRepository } from './tokens/token-traces.repository.js';
import { TokenUses } from './tokens/token-uses.js';
import { TokenVerifier } from './tokens/token-verifier.js';
import { TokensRepository } from './tokens/tokens.repository.js';
import { Toolsets } from './toolsets/toolsets.service.js';
import { ToolsetsRepository } from './toolsets/toolsets.repository.js';

const REPOSITORIES = [
  UsersRepository,
  ConsoleSessionsRepository,
  ApiKeysRepository,
  InvitesRepository,
  TokensRepository,
  TokenRowsReadModel,
  TokenTracesRepository,
  ToolsetsRepository,
];
const SIGN_IN = [
  PasswordHasher,
  People,
  AttemptThrottle,
  ConsoleSessions,
  SessionCookie,
  SignIn,
  MeService,
  SignedInAnswer,
  ApiKeys,
  RequestAuthenticator,
];
const OIDC = [
  OidcSettingsStore,
  OidcSettingsPresenter,
  OidcTest,
  OidcClients,
  OidcFlowsRepository,
  UserIdentitiesRepository,
  OidcPeople,
  OidcRoles,
  OidcSignIn,
  FlowCookie,
];
const PEOPLE = [SessionDesk, PasswordChange, PeopleListReadModel, PeopleDirectory, PersonHoldingsRepository, PeopleDesk];
const FIRST_RUN = [SetupCodes, FirstOperator, EnvironmentOperator, Invites, InviteAcceptance];
const TOKENS = [GatewayTokens, Toolsets, TokenIndex, TokenUses, TokenClients, TokenVerifier, AuthenticateGuard];

/**
 * Who is calling. Needs bound globally: `Tx`, `ChangeFeed`, `SettingsRepository`, `Vault`, `HttpConfig`, `SetupConfig`, and the ports
 * `Ledger` (audit), `Permissions` and `Memberships` (workspaces), `Outbound` (servers), `EndpointDirectory` (gateway).
 */
@Module({
  controllers: [
    SetupController,
    SignInController,
    InvitesController,
    ApiKeysController,
    OidcSignInController,
    OidcSettingsController,
    OwnAccountController,
    PeopleController,
  ],
  providers: [...REPOSITORIES, ...SIGN_IN, ...OIDC, ...PEOPLE, ...FIRST_RUN, ...TOKENS],
  exports: [AuthenticateGuard, TokenVerifier, TokenClients, GatewayTokens, Toolsets, People, Invites, SetupCodes, RequestAuthenticator],
})
export class AuthModule {}
