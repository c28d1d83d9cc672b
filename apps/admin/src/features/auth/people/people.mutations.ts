import { answerOf } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { authKeys } from '../auth.keys';

function useReadPeopleAgain() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: authKeys.allPeople });
}

export interface PersonChange {
  userId: string;
  operator?: boolean;
  state?: 'active' | 'deactivated';
}

export function useChangePerson() {
  const onSuccess = useReadPeopleAgain();
  return useMutation({
    mutationFn: ({ userId, ...body }: PersonChange) =>
      answerOf(api.PATCH('/api/v1/people/{userId}', { params: { path: { userId } }, body })),
    onSuccess,
  });
}

export function useRemovePerson() {
  const onSuccess = useReadPeopleAgain();
  return useMutation({
    mutationFn: (userId: string) => answerOf(api.DELETE('/api/v1/people/{userId}', { params: { path: { userId } } })),
    onSuccess,
  });
}

/** Keeps a token that would end with its owner: its workspace takes it over. */
export function useKeepToken() {
  const onSuccess = useReadPeopleAgain();
  return useMutation({
    mutationFn: ({ workspace, id }: { workspace: string; id: string }) =>
      answerOf(api.POST('/api/v1/workspaces/{slug}/tokens/{id}/take-over', { params: { path: { slug: workspace, id } } })),
    onSuccess,
  });
}

export function useSignOutPerson() {
  return useMutation({
    mutationFn: (userId: string) => answerOf(api.DELETE('/api/v1/people/{userId}/sessions', { params: { path: { userId } } })),
  });
}
