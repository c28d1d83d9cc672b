export { ServersModule } from './servers.module.js';
export { ServerDirectory } from './exposures/server-directory.service.js';
export { ExposureDirectory } from './exposures/exposure-directory.read-model.js';
export type { ExposureView } from './exposures/exposure-list.read-model.js';
export { ToolSettingsService, type ToolOfExposure } from './tool-settings/tool-settings.service.js';
export { EgressDirectory } from './egress/egress-directory.service.js';
export { CredentialUse } from './lending/credential-use.service.js';
