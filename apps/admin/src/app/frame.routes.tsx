import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { SignInAgain } from '../features/auth/sign-in-again';
import { readLocal } from '../lib/local-store';
import { meQuery, setupQuery } from '../lib/session.queries';
import { Broken } from './broken';
import { NotFound } from './not-found';
import { word } from './search-words';
import { Shell } from './shell';
import { loadStart } from './start/start-state';

interface RouterContext {
  queries: QueryClient;
}

function Root() {
  const navigate = useNavigate();
  return (
    <>
      <Outlet />
      <SignInAgain onLeave={() => void navigate({ to: '/sign-in' })} />
    </>
  );
}

export const root = createRootRouteWithContext<RouterContext>()({ component: Root, notFoundComponent: NotFound, errorComponent: Broken });

const publicScreen = (name: 'SetupScreen' | 'SignInScreen' | 'InviteScreen') =>
  lazyRouteComponent(() => import('./screens/public.screens'), name);
export const setup = createRoute({ getParentRoute: () => root, path: '/setup', component: publicScreen('SetupScreen') });
export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ next: word, problem: word }),
  component: publicScreen('SignInScreen'),
});
export const invite = createRoute({ getParentRoute: () => root, path: '/invite', component: publicScreen('InviteScreen') });

/** Everything below needs a signed-in person; others are sent to sign in, or to set-up on a new installation. */
export const inside = createRoute({
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

export const start = createRoute({
  getParentRoute: () => inside,
  path: '/start',
  validateSearch: z.object({ workspace: word }),
  component: lazyRouteComponent(() => import('./start/start.screen'), 'StartScreen'),
});
export const shell = createRoute({
  getParentRoute: () => inside,
  id: 'shell',
  component: Shell,
  errorComponent: Broken,
  notFoundComponent: NotFound,
});

export const index = createRoute({
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

/** `/connect` is where the gateway sends people who lack a token: it leads to their workspace. */
export const anyConnect = createRoute({
  getParentRoute: () => inside,
  path: '/connect',
  beforeLoad: ({ context: { me } }) => {
    const last = readLocal<string>('workspace');
    const slug = me.workspaces.find((one) => one.slug === last)?.slug ?? me.workspaces[0]?.slug;
    throw redirect(slug ? { to: '/w/$slug/connect', params: { slug } } : { to: '/workspaces' });
  },
});
export const oneConnect = createRoute({
  getParentRoute: () => inside,
  path: '/connect/$slug',
  beforeLoad: ({ params: { slug } }) => {
    throw redirect({ to: '/w/$slug/connect', params: { slug } });
  },
});
