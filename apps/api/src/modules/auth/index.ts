export { AuthModule } from './auth.module.js';
export { People } from './identities/people.service.js';
export type { KnownPerson } from './identities/user.js';
export { Invites } from './invites/invites.service.js';
export { Memberships, type VisibleWorkspace } from './invites/memberships.port.js';
export { ConsoleCookie } from './console-cookie.js';
export { flowValuesOf, newFlowSecret, sameText } from './oidc/flow-secret.js';
export { RequestAuthenticator } from './request-authenticator.js';
export { secretHash } from './secret-hash.js';
export { SetupCodes } from './setup/setup-codes.service.js';
export { AuthenticateGuard, type AuthenticatedRequest } from './tokens/authenticate.guard.js';
export { EndpointDirectory } from './tokens/endpoint-directory.port.js';
export {
  attentionOf,
  restorableUntil,
  REVOKE_REASONS,
  TOKEN_ATTENTIONS,
  tokenState,
  type GatewayToken,
  type IssuedToken,
  type RevokeReason,
  type TokenAttention,
  type TokenState,
} from './tokens/gateway-token.js';
export { GatewayTokens, type TokenEdit } from './tokens/gateway-tokens.service.js';
export { TokenClients } from './tokens/token-clients.js';
export { TokenUses } from './tokens/token-uses.js';
export { TokenVerifier } from './tokens/token-verifier.js';
export type { Toolset } from './toolsets/toolset.entity.js';
export { Toolsets, type ToolsetChange } from './toolsets/toolsets.service.js';
