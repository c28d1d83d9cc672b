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
