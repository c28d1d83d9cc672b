import { answerOf, type AddRegistryRequest, type Registry } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';

const ownProblem = { ownProblem: true };
const seen = ({ etag }: Registry) => ({ 'If-Match': `"${etag}"` });
const of = ({ id }: Registry) => ({ path: { registry: id } });

/** Adds a registry, or changes the one that was seen. */
export function useSaveRegistry(registry: Registry | null) {
  const queries = useQueryClient();
  return useMutation({
    meta: ownProblem,
    mutationFn: (body: AddRegistryRequest) =>
      registry
        ? answerOf(api.PATCH('/api/v1/settings/registries/{registry}', { params: of(registry), headers: seen(registry), body }))
        : answerOf(api.POST('/api/v1/settings/registries', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: serversKeys.registries }),
  });
}

export function useRemoveRegistry() {
  const queries = useQueryClient();
  return useMutation({
    meta: ownProblem,
    mutationFn: (registry: Registry) =>
      answerOf(api.DELETE('/api/v1/settings/registries/{registry}', { params: of(registry), headers: seen(registry) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: serversKeys.registries }),
  });
}

/** Begins a round; the list is looked up again until it is over. */
export function useReadRegistry() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (registry: Registry) => answerOf(api.POST('/api/v1/settings/registries/{registry}/sync', { params: of(registry) })),
    onSuccess: (read) =>
      queries.setQueryData<Registry[]>(serversKeys.registries, (rows) => rows?.map((row) => (row.id === read.id ? read : row))),
  });
}
