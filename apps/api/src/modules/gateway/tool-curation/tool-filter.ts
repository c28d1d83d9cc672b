import type { ToolEntry } from '@mcpnest/gateway-core';

/** Which tools are meant; every member that is given must fit. */
export interface ToolFilter {
  /** Part of the published name, the own name or the own description, whatever its case. */
  readonly q?: string;
  readonly server?: string;
  readonly enabled?: boolean;
  readonly published?: boolean;
}

/** The tools that a filter means, in their order. */
export function filterEntries(entries: readonly ToolEntry[], { q, server, enabled, published }: ToolFilter): readonly ToolEntry[] {
  const words = q?.toLowerCase() ?? '';
  return entries.filter(
    (entry) =>
      (server === undefined || entry.exposure.target.serverSlug === server) &&
      (enabled === undefined || isEnabled(entry) === enabled) &&
      (published === undefined || (entry.stopped === null) === published) &&
      (words === '' || textOf(entry).toLowerCase().includes(words)),
  );
}

/** Whether a tool is switched on, by its own setting or by the policy for new tools. */
export const isEnabled = ({ exposure, upstreamName }: ToolEntry): boolean =>
  exposure.toolSettings.get(upstreamName)?.enabled ?? exposure.newTools !== 'off';

function textOf({ exposure, publishedName, upstreamName, definitionText }: ToolEntry): string {
  const own = (JSON.parse(definitionText) as { description?: unknown }).description;
  const shown = exposure.toolSettings.get(upstreamName)?.description ?? (typeof own === 'string' ? own : '');
  return `${publishedName ?? ''} ${upstreamName} ${shown}`;
}
