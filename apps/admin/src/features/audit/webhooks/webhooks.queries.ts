import { answerOf, type NewWebhook, type Webhook } from '@mcpnest/api-client';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { auditKeys } from '../audit.keys';

const ownProblem = { ownProblem: true };
const of = ({ id }: Pick<Webhook, 'id'>) => ({ params: { path: { id } } });

export const webhooksQuery = queryOptions({
  queryKey: auditKeys.webhooks,
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/settings/webhooks', { signal }))).data,
});

export const deliveriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...auditKeys.webhooks, id, 'deliveries'],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/settings/webhooks/{id}/deliveries', {
          signal,
          params: { path: { id }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

function useForgetting() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: auditKeys.webhooks });
}

/** Adds a webhook, whose secret is in the answer. */
export function useCreateWebhook() {
  return useMutation({
    meta: ownProblem,
    mutationFn: (body: NewWebhook) => answerOf(api.POST('/api/v1/settings/webhooks', { body })),
    onSuccess: useForgetting(),
  });
}

export function useChangeWebhook() {
  return useMutation({
    meta: ownProblem,
    mutationFn: ({ id, ...body }: Partial<NewWebhook> & { id: string; enabled?: boolean }) =>
      answerOf(api.PATCH('/api/v1/settings/webhooks/{id}', { ...of({ id }), body })),
    onSuccess: useForgetting(),
  });
}

export function useRotateWebhook() {
  return useMutation({
    mutationFn: (webhook: Webhook) => answerOf(api.POST('/api/v1/settings/webhooks/{id}/rotate', of(webhook))),
    onSuccess: useForgetting(),
  });
}

export function useTestWebhook() {
  return useMutation({
    mutationFn: (webhook: Webhook) => answerOf(api.POST('/api/v1/settings/webhooks/{id}/test', of(webhook))),
    onSuccess: useForgetting(),
  });
}

export function useRemoveWebhook() {
  return useMutation({
    meta: ownProblem,
    mutationFn: (webhook: Webhook) => answerOf(api.DELETE('/api/v1/settings/webhooks/{id}', of(webhook))),
    onSuccess: useForgetting(),
  });
}

export function useReplay(id: string) {
  return useMutation({
    mutationFn: (delivery: string) =>
      answerOf(api.POST('/api/v1/settings/webhooks/{id}/deliveries/{delivery}/replay', { params: { path: { id, delivery } } })),
    onSuccess: useForgetting(),
  });
}
