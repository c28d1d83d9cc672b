import { answerOf, type CallView } from '@mcpnest/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { auditKeys } from '../audit.keys';

export const viewsQuery = (slug: string) =>
  queryOptions({
    queryKey: auditKeys.views(slug),
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/workspaces/{slug}/call-views', { signal, params: { path: { slug } } }))).data,
  });

export interface NewView {
  name: string;
  filters: CallView['filters'];
  shared: boolean;
}

export function useSaveView(slug: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewView) => answerOf(api.POST('/api/v1/workspaces/{slug}/call-views', { params: { path: { slug } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: auditKeys.views(slug) }),
  });
}

export function useRemoveView(slug: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: CallView) => answerOf(api.DELETE('/api/v1/workspaces/{slug}/call-views/{id}', { params: { path: { slug, id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: auditKeys.views(slug) }),
  });
}
