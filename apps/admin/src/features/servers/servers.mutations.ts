import { answerOf, type Server, type Transport } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { serversKeys } from './servers.keys';

const ownProblem = { ownProblem: true };

/** A change of the catalogue can show in every workspace. */
function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all([queries.invalidateQueries({ queryKey: serversKeys.all }), queries.invalidateQueries({ queryKey: ['workspaces'] })]);
}

export interface TestRequest {
  transport: Transport;
  credentials?: Record<string, string>;
  /** Slug of a server whose stored credentials serve for the test. */
  server?: string;
}

/** Stores nothing, here or there: the request is dropped with its answer. */
export function useTestServer() {
  return useMutation({
    meta: ownProblem,
    gcTime: 0,
    mutationFn: (body: TestRequest) => answerOf(api.POST('/api/v1/servers/test', { body })),
  });
}

export interface NewServer extends Pick<ServerChange, 'documentationUrl'> {
  name: string;
  description?: string;
  source?: Server['source'];
  transport: Transport;
  credentials?: Record<string, string>;
}

export function useCreateServer() {
  const refresh = useRefresh();
  return useMutation({
    meta: ownProblem,
    gcTime: 0,
    mutationFn: (body: NewServer) => answerOf(api.POST('/api/v1/servers', { body })),
    onSuccess: refresh,
  });
}

export interface ServerChange {
  name?: string;
  slug?: string;
  description?: string | null;
  owner?: string | null;
  purpose?: string | null;
  dataTouched?: string | null;
  documentationUrl?: string | null;
  tags?: string[];
  lockPolicy?: Server['lockPolicy'];
  changedItems?: Server['changedItems'];
}

export function useUpdateServer(server: string, version: number) {
  const refresh = useRefresh();
  return useMutation({
    meta: ownProblem,
    mutationFn: (body: ServerChange) =>
      answerOf(
        api.PATCH('/api/v1/servers/{server}', {
          params: { path: { server } },
          headers: { 'If-Match': `"${version}"` },
          body,
        }),
      ),
    onSuccess: refresh,
  });
}

export function useDeleteServer(server: string) {
  const refresh = useRefresh();
  return useMutation({
    meta: ownProblem,
    mutationFn: () => answerOf(api.DELETE('/api/v1/servers/{server}', { params: { path: { server } } })),
    onSuccess: refresh,
  });
}

export function useCreateVersion(server: string) {
  const refresh = useRefresh();
  return useMutation({
    meta: ownProblem,
    gcTime: 0,
    mutationFn: (body: { transport: Transport; note?: string; credentials?: Record<string, string> }) =>
      answerOf(api.POST('/api/v1/servers/{server}/versions', { params: { path: { server } }, body })),
    onSuccess: refresh,
  });
}

export type Decision = 'approve' | 'reject' | 'retire' | 'quarantine';

export function useDecideVersion(server: string) {
  const refresh = useRefresh();
  return useMutation({
    meta: ownProblem,
    mutationFn: ({ number, decision, note }: { number: number; decision: Decision; note: string }) =>
      answerOf(
        api.POST(`/api/v1/servers/{server}/versions/{number}/${decision}`, {
          params: { path: { server, number: String(number) } },
          body: note === '' ? {} : { note },
        }),
      ),
    onSuccess: refresh,
  });
}

export function useSetEgress() {
  const queries = useQueryClient();
  return useMutation({
    meta: ownProblem,
    mutationFn: (rules: string[]) => answerOf(api.PUT('/api/v1/settings/egress', { body: { rules } })),
    onSuccess: (saved) => queries.setQueryData(serversKeys.egress, saved),
  });
}
