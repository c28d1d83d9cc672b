import { answerOf } from '@mcpnest/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';
import { CREDENTIALS_OF, type CredentialSource } from './credential-source';

const keyOf = (source: CredentialSource) =>
  source.of === 'everybody'
    ? serversKeys.credentials(source.server)
    : ([...serversKeys.exposures(source.slug), source.server, source.of] as const);

export const credentialSlotsQuery = (source: CredentialSource) =>
  queryOptions({
    queryKey: keyOf(source),
    queryFn: async ({ signal }) => {
      const { server } = source;
      if (source.of === 'everybody')
        return (await answerOf(api.GET(CREDENTIALS_OF.everybody, { signal, params: { path: { server } } }))).data;
      const path = source.of === 'me' ? CREDENTIALS_OF.me : CREDENTIALS_OF.workspace;
      return (await answerOf(api.GET(path, { signal, params: { path: { slug: source.slug, server } } }))).data;
    },
  });

/** What a holder had before. */
export const credentialHistoryQuery = (source: CredentialSource) =>
  queryOptions({
    queryKey: [...keyOf(source), 'history'],
    queryFn: async ({ signal }) => {
      const { server } = source;
      if (source.of === 'everybody')
        return (await answerOf(api.GET(`${CREDENTIALS_OF.everybody}/history`, { signal, params: { path: { server } } }))).data;
      const params = { path: { slug: source.slug, server } };
      const answer =
        source.of === 'me'
          ? api.GET(`${CREDENTIALS_OF.me}/history`, { signal, params })
          : api.GET(`${CREDENTIALS_OF.workspace}/history`, { signal, params });
      return (await answerOf(answer)).data;
    },
  });
