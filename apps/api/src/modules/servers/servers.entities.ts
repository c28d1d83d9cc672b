import { AccountEntity, AccountFlowEntity } from './accounts/account.entity.js';
import { OAuthClientEntity } from './accounts/oauth-client.entity.js';
import { CanaryEntity } from './canaries/canary.entity.js';
import { CredentialEntity } from './credentials/credential.entity.js';
import { CredentialOverrideEntity } from './credentials/credential-override.entity.js';
import { ExposureEntity } from './exposures/exposure.entity.js';
import { FreezeEntity } from './freezes/freeze.entity.js';
import { LocalPackageEntity } from './local/local-package.entity.js';
import { LockItemEntity } from './lock/lock-item.entity.js';
import { LockKindEntity } from './lock/lock-kind.entity.js';
import { RetiredCredentialEntity } from './credentials/retired-credential.entity.js';
import { ServerEntity } from './catalogue/server.entity.js';
import { ServerRequestEntity } from './requests/server-request.entity.js';
import { ToolDefinitionEntity } from './tool-listing/tool-definition.entity.js';
import { ToolPolicyEntity } from './tool-settings/tool-policy.entity.js';
import { ToolSettingEntity } from './tool-settings/tool-setting.entity.js';
import { VersionEntity } from './versions/version.entity.js';
import { VersionToolEntity } from './tool-listing/version-tool.entity.js';

/** The tables of this room, for the composition root's list. */
export const SERVERS_ENTITIES = [
  ServerEntity,
  VersionEntity,
  ToolDefinitionEntity,
  VersionToolEntity,
  LockKindEntity,
  LockItemEntity,
  CredentialEntity,
  CredentialOverrideEntity,
  RetiredCredentialEntity,
  AccountEntity,
  AccountFlowEntity,
  OAuthClientEntity,
  ExposureEntity,
  CanaryEntity,
  ToolSettingEntity,
  ToolPolicyEntity,
  ServerRequestEntity,
  FreezeEntity,
  LocalPackageEntity,
] as const;
