import type { ToolEntry, ToolGate } from '@mcpnest/gateway-core';
import { textOrNull } from './definition-text.js';
import type { PublishedTool, PublishedToolGate } from './published-tools.dto.js';

const GATES: readonly ToolGate[] = ['schema', 'name', 'enabled'];

/** The parts of a definition that the console shows; anything else in it may be of any shape. */
interface Definition {
  readonly title?: unknown;
  readonly description?: unknown;
  readonly annotations?: unknown;
  readonly inputSchema?: unknown;
}

/** A tool with the gates it passed. Texts are the upstream's: to be shown, never to be trusted. */
export function presentTool(entry: ToolEntry): PublishedTool {
  const definition = JSON.parse(entry.definitionText) as Definition;
  const setting = entry.exposure.toolSettings.get(entry.upstreamName);
  const originalDescription = textOrNull(definition.description);
  return {
    name: entry.publishedName,
    server: entry.exposure.target.serverSlug,
    tool: entry.upstreamName,
    title: textOrNull(definition.title),
    description: setting?.description ?? originalDescription,
    originalDescription,
    enabled: setting?.enabled ?? true,
    alias: setting?.alias ?? null,
    published: entry.stopped === null,
    gates: [{ name: 'exposed', ok: true }, ...GATES.map((gate) => presentGate(gate, entry))],
    annotations: objectOrNull(definition.annotations),
    inputSchema: objectOrNull(definition.inputSchema),
  };
}

function presentGate(name: ToolGate, { stopped }: ToolEntry): PublishedToolGate {
  return stopped?.gate === name
    ? { name, ok: false, reason: stopped.reason }
    : { name, ok: stopped === null || GATES.indexOf(name) < GATES.indexOf(stopped.gate) };
}

const objectOrNull = (value: unknown): object | null => (typeof value === 'object' && !Array.isArray(value) ? value : null);
