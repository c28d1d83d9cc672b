import { answerOf } from '@mcpnest/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';

export const curationKeys = {
  bill: (slug: string) => ['workspaces', slug, 'tools', 'bill'] as const,
  policies: (slug: string) => ['workspaces', slug, 'tools', 'policies'] as const,
  explain: (slug: string) => ['workspaces', slug, 'tools', 'explain'] as const,
  toolsets: (slug: string) => ['workspaces', slug, 'toolsets'] as const,
  tokenChoice: (slug: string) => ['workspaces', slug, 'tokens', 'choice'] as const,
};

export const billQuery = (slug: string) =>
  queryOptions({
    queryKey: curationKeys.bill(slug),
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/workspaces/{slug}/tools/bill', { signal, params: { path: { slug } } })),
  });

export const policiesQuery = (slug: string) =>
  queryOptions({
    queryKey: curationKeys.policies(slug),
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/workspaces/{slug}/tools/policies', { signal, params: { path: { slug } } }))).data,
  });

export const explainQuery = (slug: string, tool: string, token: string | undefined) =>
  queryOptions({
    queryKey: [...curationKeys.explain(slug), tool, token ?? ''],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/workspaces/{slug}/tools/explain', {
          signal,
          params: { path: { slug }, query: { tool, ...(token === undefined ? {} : { token }) } },
        }),
      ),
    enabled: tool !== '',
    staleTime: 0,
  });

export const toolsetsQuery = (slug: string) =>
  queryOptions({
    queryKey: curationKeys.toolsets(slug),
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/workspaces/{slug}/toolsets', { signal, params: { path: { slug } } }))).data,
  });

/** The tokens that still work, for a choice. */
export const tokenChoiceQuery = (slug: string) =>
  queryOptions({
    queryKey: curationKeys.tokenChoice(slug),
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/api/v1/workspaces/{slug}/tokens', { signal, params: { path: { slug }, query: { limit: 200, state: 'active' } } }),
        )
      ).data,
  });
