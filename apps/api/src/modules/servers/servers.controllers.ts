import { ListAccountController } from './accounts/list-account.controller.js';
import { OAuthAnswerController } from './accounts/oauth-answer.controller.js';
import { OwnAccountsController } from './accounts/own-accounts.controller.js';
import { ApprovalPolicyController } from './approval-policy/approval-policy.controller.js';
import { BundledCatalogueController } from './bundled-catalogue/bundled-catalogue.controller.js';
import { CanariesController } from './canaries/canaries.controller.js';
import { CatalogueFacetsController } from './catalogue/catalogue-facets.controller.js';
import { ImportController } from './import/import.controller.js';
import { ServersController } from './catalogue/servers.controller.js';
import { VersionDiffController } from './comparison/version-diff.controller.js';
import { ConnectionTestController } from './connection-test/connection-test.controller.js';
import { CredentialsController } from './credentials/credentials.controller.js';
import { OwnCredentialsController } from './credentials/own-credentials.controller.js';
import { WorkspaceCredentialsController } from './credentials/workspace-credentials.controller.js';
import { EgressController } from './egress/egress.controller.js';
import { ExposuresController } from './exposures/exposures.controller.js';
import { RegistriesController } from './registries/registries.controller.js';
import { FreezesController } from './freezes/freezes.controller.js';
import { WorkspaceFreezesController } from './freezes/workspace-freezes.controller.js';
import { RequestDecisionsController } from './request-decisions/request-decisions.controller.js';
import { RequestsController } from './requests/requests.controller.js';
import { WorkspaceRequestsController } from './requests/workspace-requests.controller.js';
import { LocalPackagesController } from './local/local-packages.controller.js';
import { LocalProcessesController } from './local/local-processes.controller.js';
import { ChangesController } from './changes/changes.controller.js';
import { ServerChangesController } from './changes/server-changes.controller.js';
import { ServerExposuresController } from './server-exposures/server-exposures.controller.js';
import { VersionsController } from './versions/versions.controller.js';

/** The room's REST API. The test's path comes before `/servers/:server`, or it would be taken for a slug. */
export const SERVERS_CONTROLLERS = [
  ConnectionTestController,
  ServersController,
  VersionsController,
  VersionDiffController,
  ChangesController,
  ServerChangesController,
  CredentialsController,
  WorkspaceCredentialsController,
  OwnCredentialsController,
  OwnAccountsController,
  ListAccountController,
  OAuthAnswerController,
  ExposuresController,
  CanariesController,
  ServerExposuresController,
  EgressController,
  ImportController,
  BundledCatalogueController,
  RegistriesController,
  CatalogueFacetsController,
  ApprovalPolicyController,
  WorkspaceRequestsController,
  RequestsController,
  RequestDecisionsController,
  FreezesController,
  WorkspaceFreezesController,
  LocalPackagesController,
  LocalProcessesController,
];
