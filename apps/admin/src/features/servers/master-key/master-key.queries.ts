import { answerOf, type MasterKeyView } from '@mcpnest/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';

/** While a change is under way it is looked at again and again. */
const LOOK_MS = 2_000;

/** Which master keys wrap how many data keys. */
export const masterKeyQuery = queryOptions({
  queryKey: [...serversKeys.all, 'master-key'],
  queryFn: ({ signal }): Promise<MasterKeyView> => answerOf(api.GET('/api/v1/settings/master-key', { signal })),
  refetchInterval: ({ state }) => (state.data?.former === 'needed' ? LOOK_MS : false),
});
