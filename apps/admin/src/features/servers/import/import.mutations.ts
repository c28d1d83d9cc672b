import { answerOf, type ChosenEntry } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';

/** Nothing is stored; what was pasted is dropped with the answer. */
export function usePreviewImport() {
  return useMutation({
    meta: { ownProblem: true },
    gcTime: 0,
    mutationFn: (body: { document: string } | { url: string }) => answerOf(api.POST('/api/v1/catalogue/import/preview', { body })),
  });
}

/** Each entry has its own outcome; a refusal of the whole is a problem. */
export function useImportServers() {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownProblem: true },
    gcTime: 0,
    mutationFn: async (entries: ChosenEntry[]) => (await answerOf(api.POST('/api/v1/catalogue/import', { body: { entries } }))).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: serversKeys.all }),
  });
}
