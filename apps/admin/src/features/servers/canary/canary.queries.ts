import { answerOf } from '@mcpnest/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';

/** How often the figures are looked up while they are on the screen. */
const FIGURES_EVERY_MS = 10_000;

/** The running canary of a server in a workspace, with its figures. */
export const canaryQuery = (slug: string, server: string) =>
  queryOptions({
    queryKey: serversKeys.canary(slug, server),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/workspaces/{slug}/servers/{server}/canary', { signal, params: { path: { slug, server } } })),
    refetchInterval: FIGURES_EVERY_MS,
  });
