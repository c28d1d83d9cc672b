import { answerOf } from '@mcpnest/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';
import type { ChangesSearch } from './changes-search';

const POLL_MS = 30_000;
/** Changes that come at once. */
export const CHANGES_PAGE = 100;

type Filter = { [key in Exclude<keyof ChangesSearch, 'item'>]?: NonNullable<ChangesSearch[key]> };

/** Changes of the company, newest first; those to be decided unless another state is asked for. */
export const changesQuery = (filter: Filter) => {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Filter;
  return infiniteQueryOptions({
    queryKey: [...serversKeys.changes, 'list', given],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/changes', {
          signal,
          params: { query: { limit: CHANGES_PAGE, ...given, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
    refetchInterval: POLL_MS,
  });
};

/** How many changes wait for a decision. */
export const openChangesQuery = queryOptions({
  queryKey: [...serversKeys.changes, 'open'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/changes', { signal, params: { query: { limit: 1 } } }))).open,
  refetchInterval: POLL_MS,
});

/** Servers to narrow the inbox to. */
export const serverChoicesQuery = queryOptions({
  queryKey: [...serversKeys.list, 'choices'],
  queryFn: async ({ signal }) => {
    const { data } = await answerOf(api.GET('/api/v1/servers', { signal, params: { query: { limit: 200, tools: 'names' } } }));
    return data.map(({ slug, name }) => ({ value: slug, label: name }));
  },
});
