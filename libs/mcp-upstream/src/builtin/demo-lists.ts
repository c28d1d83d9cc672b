import { LIST_KINDS, type ListKind, type UpstreamFacts, type UpstreamItem, type UpstreamList } from '@mcpnest/gateway-core';
import { KINDS_ON_WIRE } from '../listing/list-kind.js';
import { DEMO_PROMPTS, promptDefinition } from './demo-prompts.js';
import { DEMO_RESOURCES, DEMO_TEMPLATES } from './demo-resources.js';
import type { DemoTool } from './demo-tool.js';
import { DEMO_TOOLS } from './demo-tools.js';

/** What the demo server says about itself. */
export const DEMO_FACTS: UpstreamFacts = {
  era: 'modern',
  protocolVersion: '2026-07-28',
  capabilities: { tools: {}, prompts: {}, resources: {}, completions: {} },
  serverInfo: { name: 'mcpnest-demo', version: '1.1.0' },
  instructions: 'A small built-in server to try the gateway with. Its tools are harmless and need no network.',
};

/** Nothing changes while the process runs, and everybody sees the same. */
export const DEMO_TTL_MS = 300_000;

const DEFINITIONS: Readonly<Record<ListKind, readonly object[]>> = {
  tools: DEMO_TOOLS.map(toolDefinition),
  prompts: DEMO_PROMPTS.map(promptDefinition),
  resources: DEMO_RESOURCES,
  templates: DEMO_TEMPLATES,
};

const LISTS = new Map(LIST_KINDS.map((kind) => [kind, listOf(kind)]));

/** One list of the demo server, as any other server's. */
export function listDemo(kind: ListKind): UpstreamList {
  return LISTS.get(kind)!;
}

/** The result of a list's own method; undefined for another method. */
export function demoListResult(method: string): string | undefined {
  const kind = LIST_KINDS.find((each) => KINDS_ON_WIRE[each].method === method);
  if (!kind) return undefined;
  const items = listDemo(kind).items.map(({ text }) => text);
  return `{"${KINDS_ON_WIRE[kind].member}":[${items.join(',')}],"resultType":"complete","ttlMs":${DEMO_TTL_MS},"cacheScope":"public"}`;
}

function listOf(kind: ListKind): UpstreamList {
  const { key } = KINDS_ON_WIRE[kind];
  const items = DEFINITIONS[kind].map((definition): UpstreamItem => ({
    key: (definition as Record<string, string>)[key]!,
    text: JSON.stringify(definition),
  }));
  return { items, facts: DEMO_FACTS, ttlMs: DEMO_TTL_MS, isPublic: true };
}

function toolDefinition({ name, title, description, properties, required, annotations }: DemoTool): Record<string, unknown> {
  return {
    name,
    title,
    description,
    inputSchema: { type: 'object', properties, ...(required && { required }), additionalProperties: false },
    annotations: { title, ...annotations },
  };
}
