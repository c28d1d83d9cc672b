import { createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { callsSearch } from '../features/audit/calls-search';
import { accountsSearch } from '../features/servers/accounts/accounts-search';
import { toolsSearch } from '../features/servers/curation/tools-search';
import { lockdownSearch } from '../features/servers/freezes/lockdown-search';
import { mineSearch } from '../features/servers/requests/requests-search';
import { workspaceQuery } from '../features/workspaces/workspaces.queries';
import { shell } from './frame.routes';
import { flag, word } from './search-words';

const workspaceScreen = (
  name:
    | 'HomeScreen'
    | 'ToolsScreen'
    | 'ConnectScreen'
    | 'TokensScreen'
    | 'CallsScreen'
    | 'AnalyticsScreen'
    | 'RequestsScreen'
    | 'ConnectionsScreen'
    | 'MembersScreen'
    | 'LimitsScreen'
    | 'LockdownScreen'
    | 'WorkspaceSettingsScreen',
) => lazyRouteComponent(() => import('./screens/workspace.screens'), name);
export const workspace = createRoute({
  getParentRoute: () => shell,
  path: '/w/$slug',
  component: Outlet,
  loader: ({ context: { queries }, params: { slug } }) => queries.ensureQueryData(workspaceQuery(slug)),
});
export const home = createRoute({ getParentRoute: () => workspace, path: '/', component: workspaceScreen('HomeScreen') });
export const tools = createRoute({
  getParentRoute: () => workspace,
  path: '/tools',
  validateSearch: toolsSearch,
  component: workspaceScreen('ToolsScreen'),
});
export const connect = createRoute({
  getParentRoute: () => workspace,
  path: '/connect',
  validateSearch: z.object({ client: word }),
  component: workspaceScreen('ConnectScreen'),
});
export const tokens = createRoute({
  getParentRoute: () => workspace,
  path: '/tokens',
  validateSearch: z.object({ ended: flag, new: flag, attention: z.catch(z.optional(z.enum(['expiring', 'unused'])), undefined) }),
  component: workspaceScreen('TokensScreen'),
});
export const calls = createRoute({
  getParentRoute: () => workspace,
  path: '/calls',
  validateSearch: callsSearch,
  component: workspaceScreen('CallsScreen'),
});
export const analytics = createRoute({
  getParentRoute: () => workspace,
  path: '/analytics',
  validateSearch: callsSearch,
  component: workspaceScreen('AnalyticsScreen'),
});
export const requests = createRoute({
  getParentRoute: () => workspace,
  path: '/requests',
  validateSearch: mineSearch,
  component: workspaceScreen('RequestsScreen'),
});
export const connections = createRoute({
  getParentRoute: () => workspace,
  path: '/connections',
  validateSearch: z.object(accountsSearch),
  component: workspaceScreen('ConnectionsScreen'),
});
export const members = createRoute({ getParentRoute: () => workspace, path: '/members', component: workspaceScreen('MembersScreen') });
export const limits = createRoute({ getParentRoute: () => workspace, path: '/limits', component: workspaceScreen('LimitsScreen') });
export const lockdown = createRoute({
  getParentRoute: () => workspace,
  path: '/lockdown',
  validateSearch: lockdownSearch,
  component: workspaceScreen('LockdownScreen'),
});
export const workspaceSettings = createRoute({
  getParentRoute: () => workspace,
  path: '/settings',
  component: workspaceScreen('WorkspaceSettingsScreen'),
});
