import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { callsSearch } from '../features/audit/calls-search';
import { accountsSearch } from '../features/servers/accounts/accounts-search';
import { ledgerSearch } from '../features/audit/ledger/ledger-search';
import { changesSearch } from '../features/servers/changes/changes-search';
import { queueSearch } from '../features/servers/requests/requests-search';
import { catalogueSearch } from '../features/servers/browse/catalogue-search';
import { shell } from './frame.routes';
import { flag, word } from './search-words';
import { pathOfServer, serverOfPath } from './server-path';

const companyScreen = (
  name:
    | 'OverviewScreen'
    | 'WorkspacesScreen'
    | 'CatalogueScreen'
    | 'AddServerScreen'
    | 'ImportScreen'
    | 'ServerScreen'
    | 'ChangesScreen'
    | 'ApprovalsScreen'
    | 'ActivityScreen'
    | 'CompanyCallsScreen'
    | 'CompanyAnalyticsScreen'
    | 'RecordsScreen',
) => lazyRouteComponent(() => import('./screens/company.screens'), name);
export const overview = createRoute({ getParentRoute: () => shell, path: '/overview', component: companyScreen('OverviewScreen') });
export const workspaces = createRoute({
  getParentRoute: () => shell,
  path: '/workspaces',
  validateSearch: z.object({ q: word, new: flag }),
  component: companyScreen('WorkspacesScreen'),
});
export const catalogue = createRoute({
  getParentRoute: () => shell,
  path: '/catalogue',
  validateSearch: catalogueSearch,
  component: companyScreen('CatalogueScreen'),
});
export const addServer = createRoute({
  getParentRoute: () => shell,
  path: '/catalogue/new',
  validateSearch: z.object({ entry: word }),
  component: companyScreen('AddServerScreen'),
});
export const importServers = createRoute({
  getParentRoute: () => shell,
  path: '/catalogue/import',
  component: companyScreen('ImportScreen'),
});
export const changes = createRoute({
  getParentRoute: () => shell,
  path: '/catalogue/changes',
  validateSearch: changesSearch,
  component: companyScreen('ChangesScreen'),
});
export const server = createRoute({
  getParentRoute: () => shell,
  path: '/catalogue/$server',
  params: {
    stringify: ({ server: slug }) => ({ server: pathOfServer(slug) }),
    parse: ({ server: part }) => ({ server: serverOfPath(part) }),
  },
  component: companyScreen('ServerScreen'),
  validateSearch: z.object({
    ...accountsSearch,
    tab: z.catch(z.optional(z.enum(['overview', 'tools', 'versions', 'changes', 'credentials'])), undefined),
  }),
});
export const approvals = createRoute({
  getParentRoute: () => shell,
  path: '/approvals',
  validateSearch: queueSearch,
  component: companyScreen('ApprovalsScreen'),
});
export const activity = createRoute({
  getParentRoute: () => shell,
  path: '/activity',
  validateSearch: ledgerSearch,
  component: companyScreen('ActivityScreen'),
});
export const companyCalls = createRoute({
  getParentRoute: () => shell,
  path: '/activity/calls',
  validateSearch: callsSearch,
  component: companyScreen('CompanyCallsScreen'),
});
export const companyAnalytics = createRoute({
  getParentRoute: () => shell,
  path: '/activity/analytics',
  validateSearch: callsSearch,
  component: companyScreen('CompanyAnalyticsScreen'),
});
export const records = createRoute({ getParentRoute: () => shell, path: '/activity/records', component: companyScreen('RecordsScreen') });
