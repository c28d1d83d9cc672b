import { answerOf, type Canary, type StartCanaryRequest, type UpdateCanaryRequest } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';

const ownProblem = { ownProblem: true };
const seen = (etag: number) => ({ 'If-Match': `"${etag}"` });

function useRefresh(slug: string) {
  const queries = useQueryClient();
  return () =>
    Promise.all([queries.invalidateQueries({ queryKey: ['workspaces', slug] }), queries.invalidateQueries({ queryKey: serversKeys.all })]);
}

export function useStartCanary(slug: string, server: string) {
  const refresh = useRefresh(slug);
  return useMutation({
    meta: ownProblem,
    mutationFn: (body: StartCanaryRequest) =>
      answerOf(api.POST('/api/v1/workspaces/{slug}/servers/{server}/canary', { params: { path: { slug, server } }, body })),
    onSuccess: refresh,
  });
}

/** Changes, promotes and ends the canary that was seen, and no other. */
export function useCanary(slug: string, server: string) {
  const queries = useQueryClient();
  const refresh = useRefresh(slug);
  const params = { path: { slug, server } };
  const change = useMutation({
    meta: ownProblem,
    mutationFn: ({ etag, ...body }: UpdateCanaryRequest & { etag: number }) =>
      answerOf(api.PATCH('/api/v1/workspaces/{slug}/servers/{server}/canary', { params, headers: seen(etag), body })),
    onSuccess: (canary: Canary) => {
      queries.setQueryData(serversKeys.canary(slug, server), canary);
      return queries.invalidateQueries({ queryKey: serversKeys.exposures(slug) });
    },
  });
  const promote = useMutation({
    meta: ownProblem,
    mutationFn: (etag: number) =>
      answerOf(api.POST('/api/v1/workspaces/{slug}/servers/{server}/canary/promote', { params, headers: seen(etag) })),
    onSuccess: refresh,
  });
  const end = useMutation({
    meta: ownProblem,
    mutationFn: (etag: number) =>
      answerOf(api.DELETE('/api/v1/workspaces/{slug}/servers/{server}/canary', { params, headers: seen(etag) })),
    onSuccess: refresh,
  });
  return { change, promote, end };
}
