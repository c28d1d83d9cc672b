import { answerOf } from '@mcpnest/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';

const PAGE = 50;

/** Where a server is shown, as far as one may know. */
export const serverExposuresQuery = (server: string) =>
  infiniteQueryOptions({
    queryKey: serversKeys.shownIn(server),
    queryFn: ({ signal, pageParam }) => {
      const query = { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
      return answerOf(api.GET('/api/v1/servers/{server}/exposures', { signal, params: { path: { server }, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Whom a change of a server, or of one version of it, reaches. */
export const reachQuery = (server: string, version?: number) =>
  queryOptions({
    queryKey: serversKeys.reach(server, version),
    queryFn: async ({ signal }) => {
      const query = { limit: 1, ...(version === undefined ? {} : { version }) };
      return (await answerOf(api.GET('/api/v1/servers/{server}/exposures', { signal, params: { path: { server }, query } }))).reach;
    },
  });

/** Whom a change of a server reaches in one workspace, and whom it leaves alone. */
export const workspaceReachQuery = (server: string, workspace: string) =>
  queryOptions({
    queryKey: serversKeys.reachOf(server, workspace),
    queryFn: async ({ signal }) => {
      const ask = (query: { limit: number; workspace?: string }) =>
        answerOf(api.GET('/api/v1/servers/{server}/exposures', { signal, params: { path: { server }, query } }));
      const [here, all] = await Promise.all([ask({ limit: 1, workspace }), ask({ limit: 1 })]);
      return { activeTokens: here.reach.activeTokens, otherWorkspaces: all.reach.workspaces - here.reach.workspaces };
    },
  });

/** Which clients called which tools of a server in the last seven days. */
export const useOfServerQuery = (server: string, slug: string) =>
  queryOptions({
    queryKey: [...serversKeys.reachOf(server, slug), 'use'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/workspaces/{slug}/call-analytics', { signal, params: { path: { slug }, query: { server } } })),
  });
