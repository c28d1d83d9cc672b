import { answerOf } from '@mcpnest/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';

const WHILE_RUNNING_MS = 2_000;

/** The registries that are kept here; looked up again while one of them is being read. */
export const registriesQuery = queryOptions({
  queryKey: serversKeys.registries,
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/settings/registries', { signal }))).data,
  refetchInterval: ({ state }) => (state.data?.some(({ running }) => running) ? WHILE_RUNNING_MS : false),
});
