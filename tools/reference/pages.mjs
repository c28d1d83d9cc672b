// Everything this folder writes: path → how to render it.
import { bundledCatalogue } from '../generators/bundled-catalogue.mjs';
import { auditEventsPage } from './audit-events-page.mjs';
import { configurationPage, environmentExample } from './configuration-page.mjs';
import { dependenciesPage } from './dependencies-page.mjs';
import { errorsPage } from './errors-page.mjs';
import { featureMatrixPage } from './feature-matrix-page.mjs';
import { permissionsPage } from './permissions-page.mjs';

export const PAGES = {
  'docs/reference/errors.md': errorsPage,
  'docs/reference/permissions.md': permissionsPage,
  'docs/reference/audit-events.md': auditEventsPage,
  'docs/reference/configuration.md': configurationPage,
  'docs/reference/dependencies.md': dependenciesPage,
  'docs/reference/feature-matrix.md': featureMatrixPage,
  '.env.example': environmentExample,
  'apps/api/src/modules/servers/bundled-catalogue/catalogue.json': bundledCatalogue,
};
