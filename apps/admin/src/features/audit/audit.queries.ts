import { answerOf } from '@mcpnest/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { auditKeys } from './audit.keys';
import { FILTER_KEYS, RANGES, type CallsSearch } from './calls-search';

/** Calls of a workspace, newest first. The period ends now; the API looks back seven days where none is chosen. */
export const callsQuery = (slug: string, search: CallsSearch = {}) => {
  const filter = Object.fromEntries(FILTER_KEYS.flatMap((key) => (search[key] === undefined ? [] : [[key, String(search[key])]])));
  return infiniteQueryOptions({
    queryKey: [...auditKeys.calls(slug), filter, search.range ?? null],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/workspaces/{slug}/calls', {
          signal,
          params: {
            path: { slug },
            query: {
              ...filter,
              limit: 100,
              ...(search.range ? { from: new Date(Date.now() - RANGES[search.range]).toISOString() } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
};

/** The newest calls of a workspace, for the list of clients. */
export const recentCallsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...auditKeys.calls(slug), 'recent'],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/workspaces/{slug}/calls', { signal, params: { path: { slug }, query: { limit: 200 } } }))).data,
  });

export interface LedgerSearch {
  event?: string | undefined;
  workspace?: string | undefined;
}

export const ledgerQuery = ({ event, workspace }: LedgerSearch) =>
  infiniteQueryOptions({
    queryKey: [...auditKeys.ledger, event ?? '', workspace ?? ''],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/ledger', {
          signal,
          params: {
            query: {
              limit: 100,
              ...(event ? { event } : {}),
              ...(workspace ? { workspace } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
