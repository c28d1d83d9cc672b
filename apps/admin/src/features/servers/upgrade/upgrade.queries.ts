import { answerOf } from '@mcpnest/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';

export const versionDiffQuery = (server: string, from: number, to: number) =>
  queryOptions({
    queryKey: serversKeys.diff(server, from, to),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/servers/{server}/versions/{from}/diff/{to}', {
          signal,
          params: { path: { server, from: String(from), to: String(to) } },
        }),
      ),
  });
