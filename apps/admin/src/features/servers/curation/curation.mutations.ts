import { answerOf } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { serversKeys } from '../servers.keys';
import { curationKeys } from './curation.queries';

export interface BulkChange {
  /** `server:tool`. */
  names: string[];
  change: { enabled?: boolean; reset?: boolean };
}

/** Switches many tools, or takes their settings back: all or none. */
export function useBulkTools(slug: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BulkChange) => answerOf(api.PATCH('/api/v1/workspaces/{slug}/tools', { params: { path: { slug } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: serversKeys.tools(slug) }),
  });
}

export function useNewToolsPolicy(slug: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ server, newTools }: { server: string; newTools: 'on' | 'off' }) =>
      answerOf(api.PUT('/api/v1/workspaces/{slug}/tools/policies/{server}', { params: { path: { slug, server } }, body: { newTools } })),
    onSettled: () => queries.invalidateQueries({ queryKey: serversKeys.tools(slug) }),
  });
}

/** Everything the workspace decided about its tools, as one document. */
export const exportSelection = (slug: string) =>
  answerOf(api.GET('/api/v1/workspaces/{slug}/tools/selection', { params: { path: { slug } } }));

type Selection = Awaited<ReturnType<typeof exportSelection>>;

export function useImportSelection(slug: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Selection) => answerOf(api.PUT('/api/v1/workspaces/{slug}/tools/selection', { params: { path: { slug } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: serversKeys.tools(slug) }),
  });
}

export interface ToolsetValues {
  name: string;
  tools: string[];
}

/** Makes a toolset, or changes the one that is named, unless somebody else did meanwhile. */
export function useSaveToolset(slug: string) {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: ({ of, values }: { of: { id: string; etag: number } | null; values: ToolsetValues }) =>
      of === null
        ? answerOf(api.POST('/api/v1/workspaces/{slug}/toolsets', { params: { path: { slug } }, body: values }))
        : answerOf(
            api.PATCH('/api/v1/workspaces/{slug}/toolsets/{id}', {
              params: { path: { slug, id: of.id } },
              body: values,
              headers: { 'if-match': `"${of.etag}"` },
            }),
          ),
    onSuccess: () => queries.invalidateQueries({ queryKey: curationKeys.toolsets(slug) }),
  });
}

export function useRemoveToolset(slug: string) {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/workspaces/{slug}/toolsets/{id}', { params: { path: { slug, id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: curationKeys.toolsets(slug) }),
  });
}
