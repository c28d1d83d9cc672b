import { answerOf, type PublishedTool } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { serversKeys } from './servers.keys';

type ToolList = { data: PublishedTool[] };
type ToolRef = Pick<PublishedTool, 'server' | 'tool'>;

/** How the API addresses a tool whatever its published name: by server and the server's own name. */
export const toolAddress = ({ server, tool }: ToolRef): string => `${server}:${tool}`;

/** What a tool is called here; its own name where no client-safe one could be made. */
export const shownName = ({ name, tool }: Pick<PublishedTool, 'name' | 'tool'>): string => name ?? tool;

export interface ToolChange {
  tool: ToolRef;
  enabled?: boolean;
  /** Null returns to the server's own. */
  alias?: string | null;
  description?: string | null;
  /** All of them; an empty list takes them back. */
  parameters?: PublishedTool['parameters'];
}

function send(slug: string, { tool, ...body }: ToolChange) {
  return answerOf(api.PATCH('/api/v1/workspaces/{slug}/tools/{name}', { params: { path: { slug, name: toolAddress(tool) } }, body }));
}

/** Switching shows at once and is taken back when the server refuses. */
export function useToggleTool(slug: string) {
  const queries = useQueryClient();
  const key = serversKeys.tools(slug);
  return useMutation({
    mutationFn: (change: ToolChange) => send(slug, change),
    onMutate: async ({ tool, enabled }) => {
      await queries.cancelQueries({ queryKey: key });
      const before = queries.getQueryData<ToolList>(key);
      queries.setQueryData<ToolList>(
        key,
        (list) =>
          list && {
            ...list,
            data: list.data.map((row) => (toolAddress(row) === toolAddress(tool) ? { ...row, enabled: enabled ?? row.enabled } : row)),
          },
      );
      return { before };
    },
    onError: (_error, _change, context) => queries.setQueryData(key, context?.before),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export function useEditTool(slug: string) {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: (change: ToolChange) => send(slug, change),
    onSuccess: () => queries.invalidateQueries({ queryKey: serversKeys.tools(slug) }),
  });
}

/** Switches several tools of one server off at once. */
export function useSwitchOff() {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: async ({ slug, server, tools }: { slug: string; server: string; tools: readonly string[] }) => {
      const names = tools.map((tool) => toolAddress({ server, tool }));
      await answerOf(
        api.PATCH('/api/v1/workspaces/{slug}/tools', { params: { path: { slug } }, body: { names, change: { enabled: false } } }),
      );
    },
    onSettled: (_data, _error, { slug }) => queries.invalidateQueries({ queryKey: serversKeys.tools(slug) }),
  });
}
