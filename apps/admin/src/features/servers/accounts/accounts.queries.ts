import { answerOf } from '@mcpnest/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';

export const ownAccountsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...serversKeys.exposures(slug), 'my-accounts'],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/workspaces/{slug}/my-accounts', { signal, params: { path: { slug } } }))).data,
  });

export const listAccountQuery = (server: string) =>
  queryOptions({
    queryKey: [...serversKeys.one(server), 'list-account'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/servers/{server}/list-account', { signal, params: { path: { server } } })),
  });
