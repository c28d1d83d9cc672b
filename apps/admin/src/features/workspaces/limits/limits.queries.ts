import { answerOf, type EffectiveLimit, type SetLimitRequest } from '@mcpnest/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';

const REFRESH_MS = 5_000;
const keyOf = (slug: string) => ['workspaces', slug, 'limits'] as const;

/** The limits of a workspace as they are in force; calls of today move, so it is read again while it is looked at. */
export const limitsQuery = (slug: string) =>
  queryOptions({
    queryKey: keyOf(slug),
    queryFn: async ({ signal }): Promise<EffectiveLimit[]> =>
      (await answerOf(api.GET('/api/v1/workspaces/{slug}/limits', { signal, params: { path: { slug } } }))).data,
    refetchInterval: REFRESH_MS,
  });

/** Sets the limits of one thing; the answer is all of them as they are then. */
export function useSetLimit(slug: string) {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: (body: SetLimitRequest) => answerOf(api.PUT('/api/v1/workspaces/{slug}/limits', { params: { path: { slug } }, body })),
    onSuccess: async ({ data }) => {
      queries.setQueryData(keyOf(slug), data);
      // The settings of the workspace show what each token may do.
      await queries.invalidateQueries({ queryKey: ['workspaces', slug], exact: true });
    },
  });
}
