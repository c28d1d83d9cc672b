import { editObject, headerParamsOf, scanJson, stripHeaderParams, type HeaderParam } from '@mcpnest/mcp-protocol';
import type { Era } from '@mcpnest/mcp-protocol';

/** A definition that clients can use, or why they cannot. */
export type CheckedDefinition =
  | { readonly ok: true; readonly headerParams: readonly HeaderParam[]; readonly edits: readonly (readonly [string, string])[] }
  | { readonly ok: false; readonly reason: string };

/**
 * Checks what clients stumble over: the input schema must be an object schema, and its header annotations must be valid.
 * Modern servers with invalid annotations lose the tool (2026-07-28, Streamable HTTP, `x-mcp-header`); from older ones, to
 * which the keyword means nothing, it is taken out.
 */
export function checkDefinition(definitionText: string, era: Era): CheckedDefinition {
  const { inputSchema } = JSON.parse(definitionText) as { inputSchema?: unknown };
  if (!isObject(inputSchema) || (inputSchema.type !== undefined && inputSchema.type !== 'object')) {
    return { ok: false, reason: 'Its inputSchema is not a schema of an object.' };
  }
  const annotated = headerParamsOf(inputSchema);
  if (annotated.ok) return { ok: true, headerParams: annotated.params, edits: [] };
  if (era === 'modern') return { ok: false, reason: `Its header annotation is not valid: ${annotated.reason}.` };
  return { ok: true, headerParams: [], edits: [['inputSchema', stripHeaderParams(JSON.stringify(inputSchema))]] };
}

/** What a workspace changes about a definition. */
export interface Publication {
  readonly name: string;
  readonly description: string | null;
  readonly edits: readonly (readonly [string, string])[];
}

/** The definition with its published name and texts; every other byte stays as the upstream wrote it. */
export function publishDefinition(definitionText: string, publication: Publication): string {
  const scan = scanJson(definitionText, { depthMax: 512, keysMax: 250_000 });
  if (!scan.ok) throw new Error('a definition that was listed must be JSON');
  const set: [string, string][] = [
    ['name', JSON.stringify(publication.name)],
    ...publication.edits.map(([key, text]): [string, string] => [key, text]),
  ];
  if (publication.description !== null) set.push(['description', JSON.stringify(publication.description)]);
  // `execution` speaks of tasks, which the gateway does not carry.
  return editObject(definitionText, scan.members, { drop: ['execution'], set });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
