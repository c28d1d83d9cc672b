import { answerOf, type Token } from '@mcpnest/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { workspacesKeys } from './workspaces.keys';

export const workspacesQuery = queryOptions({
  queryKey: workspacesKeys.list,
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/workspaces', { signal, params: { query: { limit: 200 } } }))).data,
});

export const workspaceQuery = (slug: string) =>
  queryOptions({
    queryKey: workspacesKeys.one(slug),
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/workspaces/{slug}', { signal, params: { path: { slug } } })),
  });

export const membersQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: workspacesKeys.members(slug),
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/workspaces/{slug}/members', {
          signal,
          params: { path: { slug }, query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export type TokenAttention = NonNullable<Token['attention']>;

export const tokensQuery = (slug: string, attention?: TokenAttention) =>
  infiniteQueryOptions({
    queryKey: workspacesKeys.tokens(slug, attention),
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/workspaces/{slug}/tokens', {
          signal,
          params: { path: { slug }, query: { limit: 100, ...(attention && { attention }), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** How long tokens may live here, as the operator says. */
export const tokenPolicyQuery = queryOptions({
  queryKey: workspacesKeys.tokenPolicy,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/settings/tokens', { signal })),
});
