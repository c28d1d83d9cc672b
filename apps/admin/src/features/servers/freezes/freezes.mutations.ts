import { answerOf } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import type { FreezeKind } from '../../../patterns/use-freeze';
import { freezesKey } from './freezes.queries';

export interface FreezeWish {
  kind: FreezeKind;
  subject: string;
  reason: string;
}

/** @param slug the workspace; null: everywhere */
export function useFreezing(slug: string | null) {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: (body: FreezeWish) =>
      slug === null
        ? answerOf(api.POST('/api/v1/freezes', { body }))
        : answerOf(api.POST('/api/v1/workspaces/{slug}/freezes', { params: { path: { slug } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: freezesKey(slug) }),
  });
}

export function useLifting(slug: string | null) {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: (id: string) =>
      slug === null
        ? answerOf(api.DELETE('/api/v1/freezes/{id}', { params: { path: { id } } }))
        : answerOf(api.DELETE('/api/v1/workspaces/{slug}/freezes/{id}', { params: { path: { slug, id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: freezesKey(slug) }),
  });
}
