import { answerOf } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { authKeys } from '../auth.keys';

function useReadSessionsAgain() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: authKeys.mySessions });
}

export function useEndSession() {
  const onSuccess = useReadSessionsAgain();
  return useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    onSuccess,
  });
}

export function useEndOtherSessions() {
  const onSuccess = useReadSessionsAgain();
  return useMutation({ mutationFn: () => answerOf(api.DELETE('/api/v1/me/sessions', {})), onSuccess });
}

export function useChangePassword() {
  const onSuccess = useReadSessionsAgain();
  return useMutation({
    meta: { ownProblem: true },
    gcTime: 0,
    mutationFn: (body: { current: string; password: string }) => answerOf(api.POST('/api/v1/me/password', { body })),
    onSuccess,
  });
}
