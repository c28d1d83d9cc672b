import { answerOf } from '@mcpnest/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { serversKeys } from './servers.keys';

export const serversQuery = (q = '') =>
  infiniteQueryOptions({
    queryKey: [...serversKeys.list, q],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/servers', {
          signal,
          params: { query: { limit: 100, tools: 'names', ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });

export const serverQuery = (server: string) =>
  queryOptions({
    queryKey: serversKeys.one(server),
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/servers/{server}', { signal, params: { path: { server } } })),
  });

export const versionsQuery = (server: string) =>
  queryOptions({
    queryKey: serversKeys.versions(server),
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/servers/{server}/versions', { signal, params: { path: { server }, query: { limit: 200 } } }))).data,
  });

export const versionHistoryQuery = (server: string) =>
  infiniteQueryOptions({
    queryKey: serversKeys.history(server),
    queryFn: ({ signal, pageParam }) => {
      const query = { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) };
      return answerOf(api.GET('/api/v1/servers/{server}/history', { signal, params: { path: { server }, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const exposuresQuery = (slug: string) =>
  queryOptions({
    queryKey: serversKeys.exposures(slug),
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/workspaces/{slug}/servers', { signal, params: { path: { slug }, query: { limit: 200 } } }))).data,
  });

export const toolsQuery = (slug: string) =>
  queryOptions({
    queryKey: serversKeys.tools(slug),
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/workspaces/{slug}/tools', { signal, params: { path: { slug } } })),
  });

export const promptsQuery = (slug: string) =>
  queryOptions({
    queryKey: serversKeys.prompts(slug),
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/workspaces/{slug}/prompts', { signal, params: { path: { slug } } })),
  });

export const resourcesQuery = (slug: string) =>
  queryOptions({
    queryKey: serversKeys.resources(slug),
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/workspaces/{slug}/resources', { signal, params: { path: { slug } } })),
  });

export const egressQuery = queryOptions({
  queryKey: serversKeys.egress,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/settings/egress', { signal })),
});
