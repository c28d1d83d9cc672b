import { answerOf } from '@mcpnest/api-client';
import type { Role } from '@mcpnest/shared/permissions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { workspacesKeys } from './workspaces.keys';

const ownProblem = { ownProblem: true };

function useRefresh(slug: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: workspacesKeys.one(slug) });
}

export function useInviteMember(slug: string) {
  const refresh = useRefresh(slug);
  return useMutation({
    meta: ownProblem,
    gcTime: 0,
    mutationFn: (body: { email: string; role: Role }) =>
      answerOf(api.POST('/api/v1/workspaces/{slug}/members', { params: { path: { slug } }, body })),
    onSuccess: refresh,
  });
}

export function useChangeRole(slug: string) {
  const refresh = useRefresh(slug);
  return useMutation({
    mutationFn: ({ userId, role }: { userId: string; role: Role }) =>
      answerOf(api.PATCH('/api/v1/workspaces/{slug}/members/{userId}', { params: { path: { slug, userId } }, body: { role } })),
    onSettled: refresh,
  });
}

export function useRemoveMember(slug: string) {
  const refresh = useRefresh(slug);
  return useMutation({
    meta: ownProblem,
    mutationFn: (userId: string) =>
      answerOf(api.DELETE('/api/v1/workspaces/{slug}/members/{userId}', { params: { path: { slug, userId } } })),
    onSuccess: refresh,
  });
}
