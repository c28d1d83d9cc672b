import type { UpstreamItem } from '@mcpnest/gateway-core';
import type { DefinedTool } from './tool-listing.repository.js';

/** PostgreSQL's text holds no NUL. */
const storable = (text: string): string => text.replaceAll('\0', '');

/** What lists show of a definition. Texts are the upstream's own; whatever is not text is left out. */
export function readDefinition(tool: UpstreamItem): DefinedTool {
  const parsed: unknown = JSON.parse(tool.text);
  const definition = typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  const annotations =
    typeof definition['annotations'] === 'object' && definition['annotations'] !== null
      ? (definition['annotations'] as Record<string, unknown>)
      : {};
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? storable(value) : null);
  return {
    name: storable(tool.key),
    title: text(definition['title']) ?? text(annotations['title']),
    description: text(definition['description']),
    text: tool.text,
  };
}

/** Definitions by name, the first of each; what would share a name after cleaning cannot be listed twice. */
export function readDefinitions(tools: readonly UpstreamItem[]): readonly DefinedTool[] {
  const byName = new Map<string, DefinedTool>();
  for (const tool of tools) {
    const definition = readDefinition(tool);
    if (!byName.has(definition.name)) byName.set(definition.name, definition);
  }
  return [...byName.values()];
}
