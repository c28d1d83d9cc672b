import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { lockdownSearch } from '../features/servers/freezes/lockdown-search';
import { shell } from './frame.routes';
import { word } from './search-words';

const settingsScreen = (
  name:
    | 'ApiKeysScreen'
    | 'EgressScreen'
    | 'ApprovalSettingsScreen'
    | 'TokenPolicyScreen'
    | 'RegistriesScreen'
    | 'LocalServersScreen'
    | 'WebhooksScreen'
    | 'ExportsScreen'
    | 'OidcScreen'
    | 'MasterKeyScreen'
    | 'AccountScreen'
    | 'PeopleScreen'
    | 'LockdownEverywhereScreen'
    | 'PermissionsScreen',
) => lazyRouteComponent(() => import('./screens/settings.screens'), name);
export const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/api-keys' });
  },
});
export const apiKeys = createRoute({ getParentRoute: () => shell, path: '/settings/api-keys', component: settingsScreen('ApiKeysScreen') });
export const egress = createRoute({
  getParentRoute: () => shell,
  path: '/settings/egress',
  validateSearch: z.object({ rule: word }),
  component: settingsScreen('EgressScreen'),
});
export const approvalSettings = createRoute({
  getParentRoute: () => shell,
  path: '/settings/approvals',
  component: settingsScreen('ApprovalSettingsScreen'),
});
export const tokenSettings = createRoute({
  getParentRoute: () => shell,
  path: '/settings/tokens',
  component: settingsScreen('TokenPolicyScreen'),
});
export const registries = createRoute({
  getParentRoute: () => shell,
  path: '/settings/registries',
  component: settingsScreen('RegistriesScreen'),
});
export const localServers = createRoute({
  getParentRoute: () => shell,
  path: '/settings/local-servers',
  component: settingsScreen('LocalServersScreen'),
});
export const webhooks = createRoute({
  getParentRoute: () => shell,
  path: '/settings/webhooks',
  validateSearch: z.object({ webhook: word }),
  component: settingsScreen('WebhooksScreen'),
});
export const exportSettings = createRoute({
  getParentRoute: () => shell,
  path: '/settings/exports',
  component: settingsScreen('ExportsScreen'),
});
export const oidc = createRoute({ getParentRoute: () => shell, path: '/settings/single-sign-on', component: settingsScreen('OidcScreen') });
export const masterKey = createRoute({
  getParentRoute: () => shell,
  path: '/settings/master-key',
  component: settingsScreen('MasterKeyScreen'),
});
export const account = createRoute({ getParentRoute: () => shell, path: '/settings/account', component: settingsScreen('AccountScreen') });
export const people = createRoute({ getParentRoute: () => shell, path: '/settings/people', component: settingsScreen('PeopleScreen') });
export const lockdownEverywhere = createRoute({
  getParentRoute: () => shell,
  path: '/settings/lockdown',
  validateSearch: lockdownSearch,
  component: settingsScreen('LockdownEverywhereScreen'),
});
export const permissions = createRoute({
  getParentRoute: () => shell,
  path: '/settings/permissions',
  component: settingsScreen('PermissionsScreen'),
});
