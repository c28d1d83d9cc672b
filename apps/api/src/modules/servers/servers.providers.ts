import { ACCOUNTS_PROVIDERS } from './accounts/accounts.providers.js';
import { ApprovalPolicy } from './approval-policy/approval-policy.service.js';
import { BundledCatalogue } from './bundled-catalogue/bundled-catalogue.service.js';
import { CanariesService } from './canaries/canaries.service.js';
import { CanaryComparisons } from './canaries/canary-comparison.service.js';
import { CanaryEndings } from './canaries/canary-endings.service.js';
import { CanaryRepository } from './canaries/canary.repository.js';
import { CanaryTokensReadModel } from './canaries/canary-tokens.read-model.js';
import { CatalogueOffers } from './bundled-catalogue/catalogue-offers.service.js';
import { CatalogueFacetsReadModel } from './catalogue/catalogue-facets.read-model.js';
import { DocumentFetcher } from './import/document-fetcher.js';
import { ImportPreviewService } from './import/import-preview.service.js';
import { ImportService } from './import/import.service.js';
import { KnownServersReadModel } from './import/known-servers.read-model.js';
import { LiftedSecrets } from './import/lifted-secrets.js';
import { ServerRepository } from './catalogue/server.repository.js';
import { ServerViewReadModel } from './catalogue/server-view.read-model.js';
import { ServersService } from './catalogue/servers.service.js';
import { DefinitionsReadModel } from './comparison/definitions.read-model.js';
import { VersionComparisons } from './comparison/version-comparison.service.js';
import { ConnectionTestService } from './connection-test/connection-test.service.js';
import { ServerLookJob } from './looks/server-look.job.js';
import { ServerLooks } from './looks/server-looks.service.js';
import { ServerLooksRepository } from './looks/server-looks.repository.js';
import { FirstContactJob } from './connection-test/first-contact.job.js';
import { FirstContact } from './connection-test/first-contact.service.js';
import { FirstListing } from './connection-test/first-listing.service.js';
import { UpstreamProber } from './connection-test/upstream-prober.js';
import { ProbeMetrics } from './connection-test/probe-metrics.js';
import { ClientTokens } from './lending/client-tokens.service.js';
import { TokenEndpoint } from './lending/token-endpoint.service.js';
import { CredentialLender } from './lending/credential-lender.js';
import { CredentialDesks } from './credentials/credential-desks.service.js';
import { CredentialHistory } from './credentials/credential-history.service.js';
import { CredentialTest } from './credentials/credential-test.service.js';
import { ForgetRetiredJob } from './credentials/forget-retired.job.js';
import { ReferencedValues } from './credentials/referenced-values.js';
import { ReferenceWatch } from './lending/reference-watch.js';
import { RetiredCredentialRepository } from './credentials/retired-credential.repository.js';
import { CredentialRepository } from './credentials/credential.repository.js';
import { CredentialSealer } from './credentials/credential-sealer.js';
import { CredentialStore } from './credentials/credential-store.service.js';
import { CredentialUse } from './lending/credential-use.service.js';
import { CredentialsService } from './credentials/credentials.service.js';
import { EgressDirectory } from './egress/egress-directory.service.js';
import { EgressRules } from './egress/egress-rules.repository.js';
import { EgressService } from './egress/egress.service.js';
import { GuardedOutbound } from './egress/guarded-outbound.js';
import { ExposureDirectory } from './exposures/exposure-directory.read-model.js';
import { ExposureListReadModel } from './exposures/exposure-list.read-model.js';
import { ExposureRepository } from './exposures/exposure.repository.js';
import { ExposureRoutesReadModel } from './exposures/exposure-routes.read-model.js';
import { ExposuresService } from './exposures/exposures.service.js';
import { HeldExposures } from './exposures/held-exposures.service.js';
import { RouteTargetMaker } from './exposures/route-target-maker.service.js';
import { ServerDirectory } from './exposures/server-directory.service.js';
import { RegistriesService } from './registries/registries.service.js';
import { RegistryCountsReadModel } from './registries/registry-counts.read-model.js';
import { RegistryDesk } from './registries/registry-desk.service.js';
import { RegistryEntriesReadModel } from './registries/registry-entries.read-model.js';
import { RegistryEntriesRepository } from './registries/registry-entries.repository.js';
import { RegistryNoticesReadModel } from './registries/registry-notices.read-model.js';
import { RegistryOffers } from './registries/registry-offers.service.js';
import { RegistryPages } from './registries/registry-pages.service.js';
import { RegistryRepository } from './registries/registry.repository.js';
import { RegistrySyncJob } from './registries/registry-sync.job.js';
import { RegistrySync } from './registries/registry-sync.service.js';
import { FreezeRepository } from './freezes/freeze.repository.js';
import { FreezeSubjectsReadModel } from './freezes/freeze-subjects.read-model.js';
import { FreezesService } from './freezes/freezes.service.js';
import { AssigneesReadModel } from './request-decisions/assignees.read-model.js';
import { RequestAssignment } from './request-decisions/request-assignment.service.js';
import { RequestDecisions } from './request-decisions/request-decisions.service.js';
import { RequestFulfilment } from './request-decisions/request-fulfilment.service.js';
import { RequestTest } from './request-decisions/request-test.service.js';
import { RequestDesk } from './request-access/request-desk.service.js';
import { RequestListReadModel } from './requests/request-list.read-model.js';
import { RequestRightsService } from './request-access/request-rights.service.js';
import { RequestsService } from './requests/requests.service.js';
import { ServerRequestRepository } from './requests/server-request.repository.js';
import { ChangeDecisions } from './changes/change-decisions.service.js';
import { ChangeInbox } from './changes/change-inbox.service.js';
import { ChangesReadModel } from './changes/changes.read-model.js';
import { DefinitionRepository } from './tool-listing/definition.repository.js';
import { LocalControl } from './local/local-control.service.js';
import { LocalGate } from './local/local-gate.service.js';
import { LocalPackageRepository } from './local/local-package.repository.js';
import { localHostProvider, LocalSupervisor, packageStoreProvider } from './local/local.providers.js';
import { Launches } from './local/launches.service.js';
import { PackageDesk } from './local/package-desk.service.js';
import { LockIntake } from './lock/lock-intake.service.js';
import { LockPolicies } from './lock/lock-policies.service.js';
import { LockRepository } from './lock/lock.repository.js';
import { VersionLocksReadModel } from './lock/version-locks.read-model.js';
import { VersionLocks } from './lock/version-locks.service.js';
import { ToolListingRepository } from './tool-listing/tool-listing.repository.js';
import { ExposureStandingReadModel } from './tool-settings/exposure-standing.read-model.js';
import { ToolPolicyRepository } from './tool-settings/tool-policy.repository.js';
import { ToolSettingRepository } from './tool-settings/tool-setting.repository.js';
import { ToolSettingsService } from './tool-settings/tool-settings.service.js';
import { RUNNERS_PROVIDERS } from './runners/runners.providers.js';
import { ServerExposuresReadModel } from './server-exposures/server-exposures.read-model.js';
import { ServerExposures } from './server-exposures/server-exposures.service.js';
import { VersionDesk } from './versions/version-desk.service.js';
import { VersionIntake } from './versions/version-intake.service.js';
import { VersionReadModel } from './versions/version.read-model.js';
import { VersionRepository } from './versions/version.repository.js';
import { VersionsService } from './versions/versions.service.js';

/** What works in the room, slice by slice. */
export const SERVERS_PROVIDERS = [
  ServerRepository,
  ServersService,
  ServerViewReadModel,
  VersionRepository,
  VersionsService,
  VersionIntake,
  VersionDesk,
  VersionReadModel,
  DefinitionsReadModel,
  VersionComparisons,
  ToolListingRepository,
  DefinitionRepository,
  LockRepository,
  LockIntake,
  LockPolicies,
  VersionLocksReadModel,
  VersionLocks,
  ChangesReadModel,
  ChangeInbox,
  ChangeDecisions,
  CredentialRepository,
  RetiredCredentialRepository,
  ReferencedValues,
  ReferenceWatch,
  CredentialDesks,
  CredentialHistory,
  CredentialTest,
  ForgetRetiredJob,
  CredentialSealer,
  CredentialStore,
  CredentialsService,
  ...ACCOUNTS_PROVIDERS,
  ServerLooksRepository,
  ServerLooks,
  ServerLookJob,
  TokenEndpoint,
  ClientTokens,
  CredentialLender,
  CredentialUse,
  ExposureRepository,
  HeldExposures,
  ExposuresService,
  ExposureListReadModel,
  ExposureDirectory,
  ExposureRoutesReadModel,
  RouteTargetMaker,
  ServerDirectory,
  ServerExposuresReadModel,
  ServerExposures,
  CanaryRepository,
  CanaryEndings,
  CanaryTokensReadModel,
  CanaryComparisons,
  CanariesService,
  ToolSettingRepository,
  ToolPolicyRepository,
  ExposureStandingReadModel,
  ToolSettingsService,
  EgressRules,
  EgressService,
  EgressDirectory,
  GuardedOutbound,
  UpstreamProber,
  ProbeMetrics,
  FirstListing,
  FirstContact,
  FirstContactJob,
  ConnectionTestService,
  DocumentFetcher,
  KnownServersReadModel,
  LiftedSecrets,
  ImportPreviewService,
  ImportService,
  CatalogueOffers,
  BundledCatalogue,
  RegistryRepository,
  RegistriesService,
  RegistryCountsReadModel,
  RegistryEntriesRepository,
  RegistryEntriesReadModel,
  RegistryNoticesReadModel,
  RegistryOffers,
  RegistryPages,
  RegistrySync,
  RegistrySyncJob,
  RegistryDesk,
  CatalogueFacetsReadModel,
  ApprovalPolicy,
  ServerRequestRepository,
  RequestListReadModel,
  RequestRightsService,
  RequestDesk,
  RequestsService,
  AssigneesReadModel,
  RequestFulfilment,
  RequestDecisions,
  RequestAssignment,
  RequestTest,
  FreezeRepository,
  FreezeSubjectsReadModel,
  FreezesService,
  localHostProvider,
  packageStoreProvider,
  LocalPackageRepository,
  PackageDesk,
  LocalGate,
  Launches,
  LocalSupervisor,
  LocalControl,
  ...RUNNERS_PROVIDERS,
];
