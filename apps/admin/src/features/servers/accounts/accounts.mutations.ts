import { answerOf } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';

/** Whose account at which server: one's own in a workspace, or the one that the server is listed with. */
export type AccountSource =
  { readonly of: 'me'; readonly slug: string; readonly server: string } | { readonly of: 'list'; readonly server: string };

/** Sends the browser to the authorization server; it comes back to the page by itself. */
export function useConnectAccount(source: AccountSource) {
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: async () => {
      const { server } = source;
      const { url } = await answerOf(
        source.of === 'me'
          ? api.POST('/api/v1/workspaces/{slug}/servers/{server}/my-account/connect', { params: { path: { slug: source.slug, server } } })
          : api.POST('/api/v1/servers/{server}/list-account/connect', { params: { path: { server } } }),
      );
      window.location.assign(url);
    },
  });
}

export function useDisconnectAccount(source: AccountSource) {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: () => {
      const { server } = source;
      return answerOf(
        source.of === 'me'
          ? api.DELETE('/api/v1/workspaces/{slug}/servers/{server}/my-account', { params: { path: { slug: source.slug, server } } })
          : api.DELETE('/api/v1/servers/{server}/list-account', { params: { path: { server } } }),
      );
    },
    onSuccess: () =>
      Promise.all([queries.invalidateQueries({ queryKey: serversKeys.all }), queries.invalidateQueries({ queryKey: ['workspaces'] })]),
  });
}

export function useTestSignIn(server: string) {
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: () => answerOf(api.POST('/api/v1/servers/{server}/sign-in/test', { params: { path: { server } } })),
  });
}
