import type { PublishedTool } from '@mcpnest/api-client';
import { shownName } from '../tools.mutations';
import type { ToolsSearch } from './tools-search';

const STATES: Readonly<Record<NonNullable<ToolsSearch['state']>, (tool: PublishedTool) => boolean>> = {
  on: ({ enabled }) => enabled,
  off: ({ enabled }) => !enabled,
  hidden: ({ enabled, published }) => enabled && !published,
};

/** The tools that fit the filters, or why the text is no regular expression. */
export function findTools(
  tools: readonly PublishedTool[],
  { q = '', regex, server, state }: ToolsSearch,
): { readonly rows: readonly PublishedTool[]; readonly patternFault: string | null } {
  const pattern = regex && q !== '' ? patternOf(q) : null;
  if (typeof pattern === 'string') return { rows: [], patternFault: pattern };
  const fits = (tool: PublishedTool): boolean =>
    pattern
      ? pattern.test(shownName(tool)) || pattern.test(tool.tool)
      : `${shownName(tool)} ${tool.tool} ${tool.description ?? ''}`.toLowerCase().includes(q.toLowerCase());
  const rows = tools.filter((tool) => (!server || tool.server === server) && (!state || STATES[state](tool)) && fits(tool));
  return { rows, patternFault: null };
}

function patternOf(q: string): RegExp | string {
  try {
    return new RegExp(q, 'iu');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
