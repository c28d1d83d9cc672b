import { answerOf } from '@mcpnest/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { authKeys } from '../auth.keys';

export const oidcQuery = queryOptions({
  queryKey: authKeys.oidc,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/settings/oidc', { signal })),
});
