import { answerOf } from '@mcpnest/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { authKeys } from '../auth.keys';

export const mySessionsQuery = queryOptions({
  queryKey: authKeys.mySessions,
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/me/sessions', { signal }))).data,
});
