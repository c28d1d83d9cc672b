import { answerOf } from '@mcpnest/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';

/** Whose values of which server: everybody's, a workspace's, or one's own in a workspace. */
export type CredentialSource =
  | { readonly of: 'everybody'; readonly server: string }
  | { readonly of: 'workspace' | 'me'; readonly server: string; readonly slug: string };

const EVERYBODY = '/api/v1/servers/{server}/credentials';
const WORKSPACE = '/api/v1/workspaces/{slug}/servers/{server}/credentials';
const OWN = '/api/v1/workspaces/{slug}/servers/{server}/my-credentials';

const keyOf = (source: CredentialSource) =>
  source.of === 'everybody'
    ? serversKeys.credentials(source.server)
    : ([...serversKeys.exposures(source.slug), source.server, source.of] as const);

export const credentialSlotsQuery = (source: CredentialSource) =>
  queryOptions({
    queryKey: keyOf(source),
    queryFn: async ({ signal }) => {
      const { server } = source;
      if (source.of === 'everybody') return (await answerOf(api.GET(EVERYBODY, { signal, params: { path: { server } } }))).data;
      const path = source.of === 'me' ? OWN : WORKSPACE;
      return (await answerOf(api.GET(path, { signal, params: { path: { slug: source.slug, server } } }))).data;
    },
  });

export const credentialHistoryQuery = (server: string) =>
  queryOptions({
    queryKey: [...serversKeys.credentials(server), 'history'],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/servers/{server}/credentials/history', { signal, params: { path: { server } } }))).data,
  });

/** What is typed in: values, and references where that is offered. */
export interface CredentialEntry {
  values: Record<string, string>;
  references: Record<string, string>;
}

function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all([queries.invalidateQueries({ queryKey: serversKeys.all }), queries.invalidateQueries({ queryKey: ['workspaces'] })]);
}

export function useSaveCredentials(source: CredentialSource) {
  const refresh = useRefresh();
  return useMutation({
    meta: { ownProblem: true },
    gcTime: 0,
    mutationFn: ({ values, references }: CredentialEntry) => {
      const { server } = source;
      if (source.of === 'everybody') return answerOf(api.PUT(EVERYBODY, { params: { path: { server } }, body: { values, references } }));
      const params = { path: { slug: source.slug, server } };
      return answerOf(source.of === 'me' ? api.PUT(OWN, { params, body: { values } }) : api.PUT(WORKSPACE, { params, body: { values } }));
    },
    onSuccess: refresh,
  });
}

/** Stores nothing, here or there: the request is dropped with its answer. */
export function useTryCredentials(source: CredentialSource) {
  return useMutation({
    meta: { ownProblem: true },
    gcTime: 0,
    mutationFn: (values: Record<string, string>) => {
      const { server } = source;
      const body = { values };
      if (source.of === 'everybody') return answerOf(api.POST(`${EVERYBODY}/test`, { params: { path: { server } }, body }));
      const params = { path: { slug: source.slug, server } };
      return answerOf(source.of === 'me' ? api.POST(`${OWN}/test`, { params, body }) : api.POST(`${WORKSPACE}/test`, { params, body }));
    },
  });
}

export function useRemoveCredentials(source: CredentialSource) {
  const refresh = useRefresh();
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: () => {
      const { server } = source;
      if (source.of === 'everybody') return answerOf(api.DELETE(EVERYBODY, { params: { path: { server } } }));
      const params = { path: { slug: source.slug, server } };
      return answerOf(source.of === 'me' ? api.DELETE(OWN, { params }) : api.DELETE(WORKSPACE, { params }));
    },
    onSuccess: refresh,
  });
}

export function useRestoreCredential(server: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) =>
      answerOf(api.POST('/api/v1/servers/{server}/credentials/history/{id}/restore', { params: { path: { server, id } } })),
    onSuccess: refresh,
  });
}
