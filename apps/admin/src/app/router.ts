import type { QueryClient } from '@tanstack/react-query';
import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { Broken } from './broken';
import {
  activity,
  addServer,
  approvals,
  catalogue,
  changes,
  companyAnalytics,
  companyCalls,
  importServers,
  records,
  overview,
  server,
  workspaces,
} from './company.routes';
import {
  account,
  apiKeys,
  approvalSettings,
  tokenSettings,
  lockdownEverywhere,
  egress,
  registries,
  localServers,
  webhooks,
  exportSettings,
  oidc,
  masterKey,
  people,
  permissions,
  settings,
} from './settings.routes';
import { anyConnect, index, inside, invite, oneConnect, root, setup, shell, signIn, start } from './frame.routes';
import { NotFound } from './not-found';
import {
  analytics,
  calls,
  connect,
  connections,
  home,
  limits,
  lockdown,
  members,
  requests,
  tokens,
  tools,
  workspace,
  workspaceSettings,
} from './workspace.routes';

const routeTree = root.addChildren([
  setup,
  signIn,
  invite,
  inside.addChildren([
    index,
    start,
    anyConnect,
    oneConnect,
    shell.addChildren([
      workspace.addChildren([
        home,
        tools,
        connect,
        tokens,
        calls,
        analytics,
        requests,
        connections,
        members,
        limits,
        lockdown,
        workspaceSettings,
      ]),
      overview,
      workspaces,
      catalogue,
      changes,
      addServer,
      importServers,
      server,
      approvals,
      activity,
      companyCalls,
      companyAnalytics,
      records,
      settings,
      apiKeys,
      egress,
      approvalSettings,
      registries,
      localServers,
      webhooks,
      exportSettings,
      tokenSettings,
      lockdownEverywhere,
      oidc,
      masterKey,
      account,
      people,
      permissions,
    ]),
  ]),
]);

/** The router of the console; tests bring their own history. */
export const createConsoleRouter = (queries: QueryClient, history?: RouterHistory) =>
  createRouter({
    routeTree,
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Broken,
    ...(history ? { history } : {}),
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
