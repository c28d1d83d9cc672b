import { answerOf, ApiProblem, type NewServerRequest, type ServerRequest } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';
import { requestsKeys } from './requests.queries';

const ownProblem = { ownProblem: true };
const at = ({ id, etag }: Pick<ServerRequest, 'id' | 'etag'>) => ({
  params: { path: { request: id } },
  headers: { 'If-Match': `"${etag}"` },
});

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: requestsKeys.all });
}

/** The request as it now is stands at once; where somebody else was faster, their decision is loaded. */
function useSettled() {
  const queries = useQueryClient();
  const refresh = useRefresh();
  return {
    onSuccess: async (request: ServerRequest) => {
      queries.setQueryData(requestsKeys.one(request.id), request);
      await refresh();
    },
    onError: (error: unknown) => {
      if (error instanceof ApiProblem && (error.status === 409 || error.status === 412)) void refresh();
    },
  };
}

/** Sends a request; secrets in it are dropped with the answer. */
export function useAskRequest(slug: string) {
  const refresh = useRefresh();
  return useMutation({
    meta: ownProblem,
    gcTime: 0,
    mutationFn: (body: NewServerRequest) => answerOf(api.POST('/api/v1/workspaces/{slug}/requests', { params: { path: { slug } }, body })),
    onSuccess: refresh,
  });
}

export interface Amendment {
  note?: string;
  slug?: string;
  toolPrefix?: string;
}

export interface Decision {
  readonly requests: readonly ServerRequest[];
  readonly decision: 'approve' | 'deny';
  /** Why; needed to deny. */
  readonly note: string;
}

/** What became of one request; the others do not depend on it. */
export interface Settled {
  readonly request: ServerRequest;
  readonly error: Error | null;
}

function send({ decision, note }: Decision, request: ServerRequest, keepalive: boolean) {
  if (decision === 'deny') return answerOf(api.POST('/api/v1/requests/{request}/deny', { ...at(request), body: { note }, keepalive }));
  return answerOf(api.POST('/api/v1/requests/{request}/approve', { ...at(request), body: {}, keepalive }));
}

async function settle(decision: Decision, request: ServerRequest, keepalive = false): Promise<Settled> {
  return send(decision, request, keepalive).then(
    () => ({ request, error: null }),
    (error: unknown) => ({ request, error: error instanceof Error ? error : new Error(String(error)) }),
  );
}

/**
 * Decides requests, each as it was seen: one that changed since, or that somebody else decided, is refused, and the others go on.
 * `leaving`: the document goes away, so all are sent at once and outlive it.
 */
export function useDecideRequests() {
  const queries = useQueryClient();
  return useMutation({
    meta: ownProblem,
    mutationFn: async ({ leaving, ...decision }: Decision & { leaving: boolean }) => {
      if (leaving) return Promise.all(decision.requests.map((request) => settle(decision, request, true)));
      const settled: Settled[] = [];
      for (const request of decision.requests) settled.push(await settle(decision, request));
      return settled;
    },
    onSuccess: () =>
      Promise.all([requestsKeys.all, serversKeys.all, ['workspaces']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

/** Approving makes a server or an exposure, so everything that shows those is loaded again. */
export function useApproveRequest() {
  const queries = useQueryClient();
  const { onSuccess, onError } = useSettled();
  return useMutation({
    meta: ownProblem,
    mutationFn: ({ request, amendment = {} }: { request: ServerRequest; amendment?: Amendment }) =>
      answerOf(api.POST('/api/v1/requests/{request}/approve', { ...at(request), body: amendment })),
    onSuccess: async (request) => {
      await onSuccess(request);
      await Promise.all([
        queries.invalidateQueries({ queryKey: serversKeys.all }),
        queries.invalidateQueries({ queryKey: ['workspaces'] }),
      ]);
    },
    onError,
  });
}

export function useAssignRequest() {
  return useMutation({
    mutationFn: ({ request, userId }: { request: ServerRequest; userId: string | null }) =>
      answerOf(api.POST('/api/v1/requests/{request}/assign', { ...at(request), body: { userId } })),
    ...useSettled(),
  });
}

export function useCommentRequest() {
  return useMutation({
    mutationFn: ({ request, text }: { request: ServerRequest; text: string }) =>
      answerOf(api.POST('/api/v1/requests/{request}/comment', { params: { path: { request: request.id } }, body: { text } })),
    ...useSettled(),
  });
}

export function useWithdrawRequest() {
  return useMutation({
    mutationFn: (request: ServerRequest) => answerOf(api.POST('/api/v1/requests/{request}/withdraw', at(request))),
    ...useSettled(),
  });
}

export function useTestRequest() {
  return useMutation({
    meta: ownProblem,
    gcTime: 0,
    mutationFn: (id: string) => answerOf(api.POST('/api/v1/requests/{request}/test', { params: { path: { request: id } } })),
  });
}

export function useSetApprovalSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (fourEyes: boolean) => answerOf(api.PUT('/api/v1/settings/approvals', { body: { fourEyes } })),
    onSuccess: async (saved) => {
      queries.setQueryData(requestsKeys.settings, saved);
      await queries.invalidateQueries({ queryKey: requestsKeys.all });
    },
  });
}
