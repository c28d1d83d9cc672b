import { answerOf, type Workspace } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { sessionKeys } from '../../lib/session.queries';
import { workspacesKeys } from './workspaces.keys';

const ownProblem = { ownProblem: true };

/** Creating, renaming and deleting also change what `GET /me` lists. */
function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all([queries.invalidateQueries({ queryKey: workspacesKeys.list }), queries.invalidateQueries({ queryKey: sessionKeys.me })]);
}

export function useCreateWorkspace() {
  const refresh = useRefresh();
  return useMutation({
    meta: ownProblem,
    mutationFn: (body: { name: string; slug?: string }) => answerOf(api.POST('/api/v1/workspaces', { body })),
    onSuccess: refresh,
  });
}

export type WorkspaceChange = Partial<Pick<Workspace, 'name' | 'slug' | 'limits' | 'toolNameLengthMax'>>;

export function useUpdateWorkspace(workspace: Workspace) {
  const refresh = useRefresh();
  return useMutation({
    meta: ownProblem,
    mutationFn: (body: WorkspaceChange) =>
      answerOf(
        api.PATCH('/api/v1/workspaces/{slug}', {
          params: { path: { slug: workspace.slug } },
          headers: { 'If-Match': `"${workspace.version}"` },
          body,
        }),
      ),
    onSuccess: refresh,
  });
}

export function useDeleteWorkspace(slug: string) {
  const refresh = useRefresh();
  return useMutation({
    meta: ownProblem,
    mutationFn: () => answerOf(api.DELETE('/api/v1/workspaces/{slug}', { params: { path: { slug } } })),
    onSuccess: refresh,
  });
}
