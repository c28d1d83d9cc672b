import { Module } from '@nestjs/common';
import { CredentialUse } from './lending/credential-use.service.js';
import { EgressDirectory } from './egress/egress-directory.service.js';
import { GuardedOutbound } from './egress/guarded-outbound.js';
import { ExposureDirectory } from './exposures/exposure-directory.read-model.js';
import { FreezesService } from './freezes/freezes.service.js';
import { ServerDirectory } from './exposures/server-directory.service.js';
import { LockIntake } from './lock/lock-intake.service.js';
import { ExposureStandingReadModel } from './tool-settings/exposure-standing.read-model.js';
import { ToolSettingsService } from './tool-settings/tool-settings.service.js';
import { LocalHosting } from './runners/local-hosting.js';
import { RunnerReach } from './runners/runner-reach.js';
import { RunnerRegistry } from './runners/runner-registry.js';
import { RunnerWork } from './runners/runner-work.service.js';
import { LocalSupervisor } from './local/local.providers.js';
import { SERVERS_CONTROLLERS } from './servers.controllers.js';
import { SERVERS_PROVIDERS } from './servers.providers.js';

/** What can be reached, in which approved form. */
@Module({
  controllers: SERVERS_CONTROLLERS,
  providers: SERVERS_PROVIDERS,
  exports: [
    ServerDirectory,
    ExposureDirectory,
    ExposureStandingReadModel,
    ToolSettingsService,
    EgressDirectory,
    GuardedOutbound,
    CredentialUse,
    LockIntake,
    FreezesService,
    LocalSupervisor,
    LocalHosting,
    RunnerReach,
    RunnerRegistry,
    RunnerWork,
  ],
})
export class ServersModule {}
