import { answerOf } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';
import { CREDENTIALS_OF, type CredentialEntry, type CredentialSource } from './credential-source';

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
      if (source.of === 'everybody')
        return answerOf(api.PUT(CREDENTIALS_OF.everybody, { params: { path: { server } }, body: { values, references } }));
      const params = { path: { slug: source.slug, server } };
      return answerOf(
        source.of === 'me'
          ? api.PUT(CREDENTIALS_OF.me, { params, body: { values } })
          : api.PUT(CREDENTIALS_OF.workspace, { params, body: { values } }),
      );
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
      if (source.of === 'everybody') return answerOf(api.POST(`${CREDENTIALS_OF.everybody}/test`, { params: { path: { server } }, body }));
      const params = { path: { slug: source.slug, server } };
      return answerOf(
        source.of === 'me'
          ? api.POST(`${CREDENTIALS_OF.me}/test`, { params, body })
          : api.POST(`${CREDENTIALS_OF.workspace}/test`, { params, body }),
      );
    },
  });
}

export function useRemoveCredentials(source: CredentialSource) {
  const refresh = useRefresh();
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: () => {
      const { server } = source;
      if (source.of === 'everybody') return answerOf(api.DELETE(CREDENTIALS_OF.everybody, { params: { path: { server } } }));
      const params = { path: { slug: source.slug, server } };
      return answerOf(source.of === 'me' ? api.DELETE(CREDENTIALS_OF.me, { params }) : api.DELETE(CREDENTIALS_OF.workspace, { params }));
    },
    onSuccess: refresh,
  });
}

export function useRestoreCredential(source: CredentialSource) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => {
      const { server } = source;
      if (source.of === 'everybody')
        return answerOf(api.POST(`${CREDENTIALS_OF.everybody}/history/{id}/restore`, { params: { path: { server, id } } }));
      const params = { path: { slug: source.slug, server, id } };
      return answerOf(
        source.of === 'me'
          ? api.POST(`${CREDENTIALS_OF.me}/history/{id}/restore`, { params })
          : api.POST(`${CREDENTIALS_OF.workspace}/history/{id}/restore`, { params }),
      );
    },
    onSuccess: refresh,
  });
}
