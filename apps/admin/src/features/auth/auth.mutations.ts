import { answerOf, type Me } from '@mcpnest/api-client';
import type { Permission } from '@mcpnest/shared/permissions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { sessionKeys } from '../../lib/session.queries';
import { authKeys } from './auth.keys';

const ownProblem = { ownProblem: true };

function useBecomeSignedIn() {
  const queries = useQueryClient();
  return (me: Me) => queries.setQueryData(sessionKeys.me, me);
}

export function useSetup() {
  const signedIn = useBecomeSignedIn();
  return useMutation({
    meta: ownProblem,
    mutationFn: (body: { code: string; email: string; password: string; name: string }) => answerOf(api.POST('/api/v1/setup', { body })),
    onSuccess: signedIn,
  });
}

export function useSignIn() {
  const signedIn = useBecomeSignedIn();
  return useMutation({
    meta: ownProblem,
    mutationFn: (body: { email: string; password: string }) => answerOf(api.POST('/api/v1/auth/login', { body })),
    onSuccess: signedIn,
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/auth/logout', {})),
    onSuccess: () => queries.clear(),
  });
}

export function useAcceptInvite() {
  const signedIn = useBecomeSignedIn();
  return useMutation({
    meta: ownProblem,
    mutationFn: (body: { code: string; name?: string; password: string }) => answerOf(api.POST('/api/v1/auth/invites/accept', { body })),
    onSuccess: signedIn,
  });
}

export function useCreateApiKey() {
  const queries = useQueryClient();
  return useMutation({
    meta: ownProblem,
    gcTime: 0,
    mutationFn: (body: { name: string; scopes?: Permission[]; expiresAt: string | null }) =>
      answerOf(api.POST('/api/v1/api-keys', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: authKeys.apiKeys }),
  });
}

export function useDeleteApiKey() {
  const queries = useQueryClient();
  return useMutation({
    meta: ownProblem,
    mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: authKeys.apiKeys }),
  });
}
