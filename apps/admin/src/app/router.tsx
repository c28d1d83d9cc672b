import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  useNavigate,
  type RouterHistory,
} from '@tanstack/react-router';
import { z } from 'zod/mini';
import { callsSearch } from '../features/audit/calls-search';
import { SignInAgain } from '../features/auth/sign-in-again';
import { workspaceQuery } from '../features/workspaces/workspaces.queries';
import { readLocal } from '../lib/local-store';
import { meQuery, setupQuery } from '../lib/session.queries';
import { Broken } from './broken';
import { NotFound } from './not-found';
import { Shell } from './shell';
import { loadStart } from './start/start-state';

interface RouterContext {
  queries: QueryClient;
}

const word = z.catch(z.optional(z.string().check(z.maxLength(200))), undefined);
const flag = z.catch(z.optional(z.literal(true)), undefined);

function Root() {
  const navigate = useNavigate();
  return (
    <>
      <Outlet />
      <SignInAgain onLeave={() => void navigate({ to: '/sign-in' })} />
    </>
  );
}

const root = createRootRouteWithContext<RouterContext>()({ component: Root, notFoundComponent: NotFound, errorComponent: Broken });

const publicScreen = (name: 'SetupScreen' | 'SignInScreen' | 'InviteScreen') =>
  lazyRouteComponent(() => import('./screens/public.screens'), name);
const setup = createRoute({ getParentRoute: () => root, path: '/setup', component: publicScreen('SetupScreen') });
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ next: word }),
  component: publicScreen('SignInScreen'),
});
const invite = createRoute({ getParentRoute: () => root, path: '/invite', component: publicScreen('InviteScreen') });

/** Everything below needs a signed-in person; others are sent to sign in, or to set-up on a new installation. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'in',
  beforeLoad: async ({ context: { queries }, location }) => {
    const me = await queries.ensureQueryData(meQuery);
    if (me) return { me };
    const { open } = await queries.fetchQuery(setupQuery);
    throw redirect(open ? { to: '/setup' } : { to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
  },
  component: Outlet,
});

const start = createRoute({
  getParentRoute: () => inside,
  path: '/start',
  validateSearch: z.object({ workspace: word }),
  component: lazyRouteComponent(() => import('./start/start.screen'), 'StartScreen'),
});
const shell = createRoute({
  getParentRoute: () => inside,
  id: 'shell',
  component: Shell,
  errorComponent: Broken,
  notFoundComponent: NotFound,
});

const index = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context: { me } }) => {
    if (loadStart()) throw redirect({ to: '/start' });
    const last = readLocal<string>('workspace');
    const slug = me.workspaces.find((one) => one.slug === last)?.slug ?? me.workspaces[0]?.slug;
    if (slug) throw redirect({ to: '/w/$slug', params: { slug } });
    throw redirect(me.operator ? { to: '/start' } : { to: '/workspaces' });
  },
});

const workspaceScreen = (
  name: 'HomeScreen' | 'ToolsScreen' | 'ConnectScreen' | 'TokensScreen' | 'CallsScreen' | 'MembersScreen' | 'WorkspaceSettingsScreen',
) => lazyRouteComponent(() => import('./screens/workspace.screens'), name);
const workspace = createRoute({
  getParentRoute: () => shell,
  path: '/w/$slug',
  component: Outlet,
  loader: ({ context: { queries }, params: { slug } }) => queries.ensureQueryData(workspaceQuery(slug)),
});
const home = createRoute({ getParentRoute: () => workspace, path: '/', component: workspaceScreen('HomeScreen') });
const tools = createRoute({
  getParentRoute: () => workspace,
  path: '/tools',
  validateSearch: z.object({ q: word, server: word, tool: word }),
  component: workspaceScreen('ToolsScreen'),
});
const connect = createRoute({
  getParentRoute: () => workspace,
  path: '/connect',
  validateSearch: z.object({ client: word }),
  component: workspaceScreen('ConnectScreen'),
});
const tokens = createRoute({
  getParentRoute: () => workspace,
  path: '/tokens',
  validateSearch: z.object({ ended: flag, new: flag }),
  component: workspaceScreen('TokensScreen'),
});
const calls = createRoute({
  getParentRoute: () => workspace,
  path: '/calls',
  validateSearch: callsSearch,
  component: workspaceScreen('CallsScreen'),
});
const members = createRoute({ getParentRoute: () => workspace, path: '/members', component: workspaceScreen('MembersScreen') });
const workspaceSettings = createRoute({
  getParentRoute: () => workspace,
  path: '/settings',
  component: workspaceScreen('WorkspaceSettingsScreen'),
});

const companyScreen = (
  name: 'WorkspacesScreen' | 'CatalogueScreen' | 'AddServerScreen' | 'ServerScreen' | 'ActivityScreen' | 'ApiKeysScreen' | 'EgressScreen',
) => lazyRouteComponent(() => import('./screens/company.screens'), name);
const workspaces = createRoute({
  getParentRoute: () => shell,
  path: '/workspaces',
  validateSearch: z.object({ q: word, new: flag }),
  component: companyScreen('WorkspacesScreen'),
});
const catalogue = createRoute({
  getParentRoute: () => shell,
  path: '/catalogue',
  validateSearch: z.object({ q: word }),
  component: companyScreen('CatalogueScreen'),
});
const addServer = createRoute({ getParentRoute: () => shell, path: '/catalogue/new', component: companyScreen('AddServerScreen') });
const server = createRoute({
  getParentRoute: () => shell,
  path: '/catalogue/$server',
  component: companyScreen('ServerScreen'),
  validateSearch: z.object({ tab: z.catch(z.optional(z.enum(['overview', 'tools', 'versions', 'credentials'])), undefined) }),
});
const activity = createRoute({
  getParentRoute: () => shell,
  path: '/activity',
  validateSearch: z.object({ event: word, workspace: word }),
  component: companyScreen('ActivityScreen'),
});
const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/api-keys' });
  },
});
const apiKeys = createRoute({ getParentRoute: () => shell, path: '/settings/api-keys', component: companyScreen('ApiKeysScreen') });
const egress = createRoute({
  getParentRoute: () => shell,
  path: '/settings/egress',
  validateSearch: z.object({ rule: word }),
  component: companyScreen('EgressScreen'),
});

/** `/connect` is where the gateway sends people who lack a token: it leads to their workspace. */
const anyConnect = createRoute({
  getParentRoute: () => inside,
  path: '/connect',
  beforeLoad: ({ context: { me } }) => {
    const last = readLocal<string>('workspace');
    const slug = me.workspaces.find((one) => one.slug === last)?.slug ?? me.workspaces[0]?.slug;
    throw redirect(slug ? { to: '/w/$slug/connect', params: { slug } } : { to: '/workspaces' });
  },
});
const oneConnect = createRoute({
  getParentRoute: () => inside,
  path: '/connect/$slug',
  beforeLoad: ({ params: { slug } }) => {
    throw redirect({ to: '/w/$slug/connect', params: { slug } });
  },
});

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
      workspace.addChildren([home, tools, connect, tokens, calls, members, workspaceSettings]),
      workspaces,
      catalogue,
      addServer,
      server,
      activity,
      settings,
      apiKeys,
      egress,
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
