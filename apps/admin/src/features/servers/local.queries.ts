import { answerOf } from '@mcpnest/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { serversKeys } from './servers.keys';

const LOOK_AGAIN_MS = 3_000;

/** What runs of a local server; looked at again and again while it is shown. */
export const processesQuery = (server: string) =>
  queryOptions({
    queryKey: serversKeys.processes(server),
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/servers/{server}/processes', { signal, params: { path: { server } } }))).data,
    refetchInterval: LOOK_AGAIN_MS,
  });

export const localFenceQuery = queryOptions({
  queryKey: serversKeys.localFence,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/local-servers', { signal })),
  refetchInterval: LOOK_AGAIN_MS,
});

/** Packages with the state of their installation; looked at again while one is under way. */
export const localPackagesQuery = queryOptions({
  queryKey: serversKeys.localPackages,
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/local-servers/packages', { signal }))).data,
  refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'installing') ? LOOK_AGAIN_MS : false),
});
