import { answerOf } from '@mcpnest/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { authKeys } from '../auth.keys';

export const peopleQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: authKeys.people(q),
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/people', {
          signal,
          params: { query: { limit: 100, ...(q === '' ? {} : { q }), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** What would end with a person. */
export const heldTokensQuery = (userId: string) =>
  queryOptions({
    queryKey: authKeys.heldTokens(userId),
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/people/{userId}/tokens', { signal, params: { path: { userId } } }))).data,
  });
