import { ApiKeyEntity } from './api-keys/api-key.entity.js';
import { ConsoleSessionEntity } from './console-sessions/console-session.entity.js';
import { UserEntity } from './identities/user.entity.js';
import { InviteEntity } from './invites/invite.entity.js';
import { OidcFlowEntity } from './oidc/oidc-flow.entity.js';
import { UserIdentityEntity } from './oidc/user-identity.entity.js';
import { TokenEntity } from './tokens/token.entity.js';
import { ToolsetEntity } from './toolsets/toolset.entity.js';

/** The tables of this room, for the composition root's list. */
export const AUTH_ENTITIES = [
  UserEntity,
  ConsoleSessionEntity,
  ApiKeyEntity,
  InviteEntity,
  TokenEntity,
  ToolsetEntity,
  UserIdentityEntity,
  OidcFlowEntity,
] as const;
