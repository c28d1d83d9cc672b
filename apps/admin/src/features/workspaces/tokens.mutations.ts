import { answerOf, type Token } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { workspacesKeys } from './workspaces.keys';

const ownProblem = { ownProblem: true };

export interface NewToken {
  name: string;
  /** RFC 3339; null for a token that never expires; absent for the server's default. */
  expiresAt?: string | null;
  tools?: string[];
  kind?: Token['kind'];
  addresses?: string[];
}

/** What changes of a token; null takes a limit away. */
export interface TokenChange {
  name?: string;
  expiresAt?: string | null;
  tools?: string[] | null;
  addresses?: string[] | null;
}

/** When the old one ends: seconds after the first use of the new one, or a time. */
export type RotationEnd = { overlapSeconds: number } | { until: string };

function useRefresh(slug: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: workspacesKeys.one(slug) });
}

/** The answer holds the secret: it is kept by no cache (`gcTime` 0). */
export function useCreateToken(slug: string) {
  const refresh = useRefresh(slug);
  return useMutation({
    meta: ownProblem,
    gcTime: 0,
    mutationFn: (body: NewToken) => answerOf(api.POST('/api/v1/workspaces/{slug}/tokens', { params: { path: { slug } }, body })),
    onSuccess: refresh,
  });
}

/** Refused where somebody changed the token since it was shown; then it is loaded again. */
export function useEditToken(slug: string) {
  const refresh = useRefresh(slug);
  return useMutation({
    meta: ownProblem,
    mutationFn: ({ id, etag, change }: { id: string; etag: number; change: TokenChange }) =>
      answerOf(
        api.PATCH('/api/v1/workspaces/{slug}/tokens/{id}', {
          params: { path: { slug, id } },
          headers: { 'If-Match': `"${etag}"` },
          body: change,
        }),
      ),
    onSettled: refresh,
  });
}

export function useRotateToken(slug: string) {
  const refresh = useRefresh(slug);
  return useMutation({
    meta: ownProblem,
    gcTime: 0,
    mutationFn: ({ id, ...body }: { id: string; owner?: string } & RotationEnd) =>
      answerOf(api.POST('/api/v1/workspaces/{slug}/tokens/{id}/rotate', { params: { path: { slug, id } }, body })),
    onSuccess: refresh,
  });
}

export type RevokeReason = NonNullable<Token['revokeReason']>;

export function useRevokeToken(slug: string) {
  const refresh = useRefresh(slug);
  return useMutation({
    meta: ownProblem,
    mutationFn: ({ id, reason }: { id: string; reason: RevokeReason }) =>
      answerOf(api.POST('/api/v1/workspaces/{slug}/tokens/{id}/revoke', { params: { path: { slug, id } }, body: { reason } })),
    onSuccess: refresh,
  });
}

/** Makes a member's token one of the workspace's. */
export function useTakeOverToken(slug: string) {
  const refresh = useRefresh(slug);
  return useMutation({
    mutationFn: (id: string) => answerOf(api.POST('/api/v1/workspaces/{slug}/tokens/{id}/take-over', { params: { path: { slug, id } } })),
    onSuccess: refresh,
  });
}

export function useRestoreToken(slug: string) {
  const refresh = useRefresh(slug);
  return useMutation({
    mutationFn: (id: string) => answerOf(api.POST('/api/v1/workspaces/{slug}/tokens/{id}/restore', { params: { path: { slug, id } } })),
    onSuccess: refresh,
  });
}
