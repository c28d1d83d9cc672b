import { answerOf, type ServerRequest } from '@mcpnest/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';

export const requestsKeys = {
  all: ['requests'] as const,
  one: (id: string) => ['requests', 'one', id] as const,
  assignees: (id: string) => ['requests', 'one', id, 'assignees'] as const,
  counts: ['requests', 'counts'] as const,
  settings: ['approval-settings'] as const,
};

/** What narrows a list of requests; all of it is in the address of the page. */
export interface RequestsFilter {
  state?: ServerRequest['state'] | undefined;
  kind?: ServerRequest['kind'] | undefined;
  assignee?: string | undefined;
  workspace?: string | undefined;
  requestedBy?: string | undefined;
  q?: string | undefined;
}

const POLL_MS = 30_000;

/** Requests within the person's reach; open ones oldest first, so that nobody waits forever. */
export const requestsQuery = (filter: RequestsFilter) => {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as RequestsFilter;
  const order = filter.state === 'open' ? ('oldest' as const) : ('newest' as const);
  return infiniteQueryOptions({
    queryKey: [...requestsKeys.all, 'list', given],
    queryFn: ({ signal, pageParam }) => {
      const query = { limit: 50, order, ...given, ...(pageParam ? { cursor: pageParam } : {}) };
      return answerOf(api.GET('/api/v1/requests', { signal, params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
    refetchInterval: POLL_MS,
  });
};

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: requestsKeys.one(id),
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/requests/{request}', { signal, params: { path: { request: id } } })),
  });

export const assigneesQuery = (id: string) =>
  queryOptions({
    queryKey: requestsKeys.assignees(id),
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/requests/{request}/assignees', { signal, params: { path: { request: id } } }))).data,
    staleTime: POLL_MS,
  });

/** How many open requests wait for this person. */
export const requestCountsQuery = queryOptions({
  queryKey: requestsKeys.counts,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/requests/counts', { signal })),
  refetchInterval: POLL_MS,
});

export const approvalSettingsQuery = queryOptions({
  queryKey: requestsKeys.settings,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/settings/approvals', { signal })),
});
