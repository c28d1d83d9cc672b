import { answerOf, type Exposure } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { serversKeys } from './servers.keys';

const ownProblem = { ownProblem: true };

function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all([queries.invalidateQueries({ queryKey: serversKeys.all }), queries.invalidateQueries({ queryKey: ['workspaces'] })]);
}

export interface NewExposure {
  slug: string;
  server: string;
  toolPrefix?: string;
}

/** Shows a server in a workspace, on its newest approved version. */
export function useExpose() {
  const refresh = useRefresh();
  return useMutation({
    meta: ownProblem,
    mutationFn: ({ slug, ...body }: NewExposure) =>
      answerOf(api.POST('/api/v1/workspaces/{slug}/servers', { params: { path: { slug } }, body: { ...body, enabled: true } })),
    onSuccess: refresh,
  });
}

export interface ExposureChange {
  server: string;
  enabled?: boolean;
  position?: number;
  version?: number;
  toolPrefix?: string | null;
}

/** Changes show at once and are taken back when the server refuses. */
export function useUpdateExposure(slug: string) {
  const queries = useQueryClient();
  const key = serversKeys.exposures(slug);
  return useMutation({
    mutationFn: ({ server, ...body }: ExposureChange) =>
      answerOf(api.PATCH('/api/v1/workspaces/{slug}/servers/{server}', { params: { path: { slug, server } }, body })),
    onMutate: async ({ server, ...change }) => {
      await queries.cancelQueries({ queryKey: key });
      const before = queries.getQueryData<Exposure[]>(key);
      queries.setQueryData<Exposure[]>(key, (rows) => rows?.map((row) => (row.server.slug === server ? { ...row, ...change } : row)));
      return { before };
    },
    onError: (_error, _change, context) => queries.setQueryData(key, context?.before),
    onSettled: () => queries.invalidateQueries({ queryKey: ['workspaces', slug] }),
  });
}

export function useRollback(slug: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ server, version }: { server: string; version: number }) =>
      answerOf(api.POST('/api/v1/workspaces/{slug}/servers/{server}/rollback', { params: { path: { slug, server } }, body: { version } })),
    onSuccess: refresh,
  });
}

export function useUnexpose(slug: string) {
  const refresh = useRefresh();
  return useMutation({
    meta: ownProblem,
    mutationFn: (server: string) =>
      answerOf(api.DELETE('/api/v1/workspaces/{slug}/servers/{server}', { params: { path: { slug, server } } })),
    onSuccess: refresh,
  });
}
