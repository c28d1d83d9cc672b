import { utf8Length, type PublishedItem, type ToolEntry, type ToolGate, type ToolView } from '@mcpnest/gateway-core';
import { textOrNull } from './definition-text.js';
import type { PublishedTool, PublishedToolGate } from './published-tools.dto.js';
import { presentParams } from './tool-parameter.dto.js';

const GATES: readonly ToolGate[] = ['lock', 'schema', 'name', 'enabled'];

/** The parts of a definition that the console shows; anything else in it may be of any shape. */
interface Definition {
  readonly title?: unknown;
  readonly description?: unknown;
  readonly annotations?: unknown;
  readonly inputSchema?: unknown;
}

/** A tool with the gates it passed. Texts are the upstream's: to be shown, never to be trusted. */
export function presentTool(entry: ToolEntry, published?: PublishedItem): PublishedTool {
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
    enabled: setting?.enabled ?? entry.exposure.newTools !== 'off',
    alias: setting?.alias ?? null,
    published: entry.stopped === null,
    parameters: presentParams(setting?.params),
    bytes: utf8Length(published?.text ?? entry.definitionText),
    gates: [{ name: 'exposed', ok: true }, ...GATES.map((gate) => presentGate(gate, entry))],
    annotations: objectOrNull(definition.annotations),
    inputSchema: objectOrNull(definition.inputSchema),
  };
}

/** What clients are given of a tool, or undefined where it is not published. */
export const itemOf = (view: ToolView, { publishedName, stopped }: ToolEntry): PublishedItem | undefined =>
  stopped === null && publishedName !== null ? view.byName.get(publishedName) : undefined;

function presentGate(name: ToolGate, { stopped }: ToolEntry): PublishedToolGate {
  return stopped?.gate === name
    ? { name, ok: false, reason: stopped.reason }
    : { name, ok: stopped === null || GATES.indexOf(name) < GATES.indexOf(stopped.gate) };
}

const objectOrNull = (value: unknown): object | null => (typeof value === 'object' && !Array.isArray(value) ? value : null);
