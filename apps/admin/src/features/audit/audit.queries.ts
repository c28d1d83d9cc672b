import { answerOf, type Call } from '@mcpnest/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { auditKeys } from './audit.keys';
import { filterOf, type CallsSearch } from './calls-search';

/** A list over all workspaces looks again this often; a workspace's own is told of each call. */
export const COMPANY_REFRESH_MS = 5_000;

/** Calls of a workspace, or of all that the reader may look at, newest first. The API looks back seven days where no period is chosen. */
export const callsQuery = (slug: string | null, search: CallsSearch = {}) => {
  const { call: _open, ...key } = search;
  return infiniteQueryOptions({
    queryKey: [...auditKeys.calls(slug), key],
    queryFn: ({ signal, pageParam }) => {
      const query = { ...filterOf(search), limit: 100, ...(pageParam ? { cursor: pageParam } : {}) };
      return answerOf(
        slug === null
          ? api.GET('/api/v1/calls', { signal, params: { query } })
          : api.GET('/api/v1/workspaces/{slug}/calls', { signal, params: { path: { slug }, query } }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
};

/** One call, for addresses that lead to one which no loaded page holds. */
export const callQuery = (slug: string | null, callId: string) =>
  queryOptions({
    queryKey: [...auditKeys.calls(slug), 'one', callId],
    queryFn: ({ signal }): Promise<Call> =>
      answerOf(
        slug === null
          ? api.GET('/api/v1/calls/{callId}', { signal, params: { path: { callId } } })
          : api.GET('/api/v1/workspaces/{slug}/calls/{callId}', { signal, params: { path: { slug, callId } } }),
      ),
    retry: false,
  });

/** The filtered calls over time. */
export const histogramQuery = (slug: string | null, search: CallsSearch) => {
  const { call: _open, ...key } = search;
  return queryOptions({
    queryKey: [...auditKeys.calls(slug), 'histogram', key],
    queryFn: ({ signal }) => {
      const query = filterOf(search);
      return answerOf(
        slug === null
          ? api.GET('/api/v1/call-histogram', { signal, params: { query } })
          : api.GET('/api/v1/workspaces/{slug}/call-histogram', { signal, params: { path: { slug }, query } }),
      );
    },
    refetchInterval: 30_000,
  });
};

/** The last day, and what needs attention. */
export const overviewQuery = queryOptions({
  queryKey: [...auditKeys.calls(null), 'overview'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/overview', { signal })),
  refetchInterval: 60_000,
});

/** What the filtered calls amount to. */
export const analyticsQuery = (slug: string | null, search: CallsSearch) =>
  queryOptions({
    queryKey: [...auditKeys.calls(slug), 'analytics', search],
    queryFn: ({ signal }) => {
      const query = filterOf(search);
      return answerOf(
        slug === null
          ? api.GET('/api/v1/call-analytics', { signal, params: { query } })
          : api.GET('/api/v1/workspaces/{slug}/call-analytics', { signal, params: { path: { slug }, query } }),
      );
    },
  });

/** The newest calls of a workspace, for the list of clients. */
export const recentCallsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...auditKeys.calls(slug), 'recent'],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/workspaces/{slug}/calls', { signal, params: { path: { slug }, query: { limit: 200 } } }))).data,
  });
