import { answerOf, type AuditPolicy } from '@mcpnest/api-client';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { auditKeys } from '../audit.keys';

const REFRESH_MS = 15_000;

/** What became of call records, and how many are missing that nobody took note of. */
export const auditStatusQuery = queryOptions({
  queryKey: [...auditKeys.records, 'status'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/audit/status', { signal })),
  refetchInterval: REFRESH_MS,
});

/** Missing records, newest first. */
export const gapsQuery = infiniteQueryOptions({
  queryKey: [...auditKeys.records, 'gaps'],
  queryFn: ({ signal, pageParam }) =>
    answerOf(api.GET('/api/v1/audit/gaps', { signal, params: { query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } } })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

export function useAcknowledgeGaps() {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: (body: { gaps: string[]; note: string | null }) => answerOf(api.POST('/api/v1/audit/gap-acknowledgements', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: auditKeys.records }),
  });
}

export function useVerifyCalls() {
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: (body: { from: string; to: string }) => answerOf(api.POST('/api/v1/audit/verifications', { body })),
  });
}

/** How call records of a workspace are kept. */
export const auditPolicyQuery = (slug: string) =>
  queryOptions({
    queryKey: [...auditKeys.records, 'policy', slug],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/workspaces/{slug}/audit-policy', { signal, params: { path: { slug } } })),
  });

export type OwnPolicy = Pick<AuditPolicy, 'mode' | 'retentionDays' | 'legalHold'>;

export function useSetAuditPolicy(slug: string) {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: (body: OwnPolicy) =>
      answerOf(api.PUT('/api/v1/audit/policies/{workspace}', { params: { path: { workspace: slug } }, body })),
    onSuccess: (policy) => queries.setQueryData(auditPolicyQuery(slug).queryKey, policy),
  });
}
