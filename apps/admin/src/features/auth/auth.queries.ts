import { answerOf } from '@mcpnest/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { authKeys } from './auth.keys';

export const apiKeysQuery = queryOptions({
  queryKey: authKeys.apiKeys,
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/api-keys', { signal, params: { query: { limit: 200 } } }))).data,
});

/** How people can sign in here; asked on the sign-in page. */
export const signInMethodsQuery = queryOptions({
  queryKey: authKeys.methods,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/auth/methods', { signal })),
});

/** What an invitation says. The code travels in the body, never in an address. */
export const inviteQuery = (code: string) =>
  queryOptions({
    queryKey: authKeys.invite(code),
    queryFn: ({ signal }) => answerOf(api.POST('/api/v1/auth/invites/read', { signal, body: { code } })),
    enabled: code !== '',
    retry: false,
  });
