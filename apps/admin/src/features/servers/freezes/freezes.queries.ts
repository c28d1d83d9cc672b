import { answerOf } from '@mcpnest/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';

export const freezesKey = (slug: string | null) => ['freezes', slug] as const;

/** What is frozen in a workspace; anywhere where none is named. */
export const freezesQuery = (slug: string | null) =>
  queryOptions({
    queryKey: freezesKey(slug),
    queryFn: async ({ signal }) =>
      (slug === null
        ? await answerOf(api.GET('/api/v1/freezes', { signal }))
        : await answerOf(api.GET('/api/v1/workspaces/{slug}/freezes', { signal, params: { path: { slug } } }))
      ).data,
  });
