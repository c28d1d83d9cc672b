import { scanJson, sliceOf, type Era, type Members } from '@mcpnest/mcp-protocol';
import type { ListKind } from '../ports/upstream-connector.js';
import { isRecord } from './is-record.js';
import { editDefinition } from './edit-definition.js';

/**
 * Revisions that read definitions alike, named after the first of them. Titles and output schemas came with 2025-06-18,
 * annotations of tools with 2025-03-26 (key changes of those revisions).
 */
export type Edition = 'modern' | '2025-06-18' | '2025-03-26' | '2024-11-05';

/** @param revision the negotiated one, or what a stateless request's header names. */
export function editionOf(era: Era, revision: string): Edition {
  if (era === 'modern') return 'modern';
  if (revision >= '2025-06-18') return '2025-06-18';
  return revision >= '2025-03-26' ? '2025-03-26' : '2024-11-05';
}

/** A definition as clients of an edition read it. */
export function inEdition(text: string, kind: ListKind, edition: Edition): string {
  switch (edition) {
    case 'modern':
      return text;
    case '2025-06-18':
      return kind === 'tools' && text.includes('"outputSchema"') ? withObjectOutput(text) : text;
    case '2025-03-26':
      return editDefinition(text, { drop: ['title', 'outputSchema'] });
    case '2024-11-05':
      return editDefinition(text, { drop: kind === 'tools' ? ['title', 'outputSchema', 'annotations'] : ['title'] });
  }
}

/**
 * Legacy results are objects. A schema of something that never is one describes what stands in the member `result`, where the
 * gateway puts it; of what may be one or not nothing can be promised, so that schema goes.
 */
function withObjectOutput(text: string): string {
  const scan = scanJson(text, { depthMax: 512, keysMax: 250_000 });
  const span = scan.ok ? scan.members.get('outputSchema') : undefined;
  if (!span) return text;
  const schemaText = sliceOf(text, span);
  const schema: unknown = JSON.parse(schemaText);
  if (isRecord(schema) && schema['type'] === 'object') return text;
  if (!isRecord(schema) || !isNeverObject(schema['type']) || schemaText.includes('Ref"') || schemaText.includes('"$ref"')) {
    return editDefinition(text, { drop: ['outputSchema'] });
  }
  const inner = scanJson(schemaText, { depthMax: 512, keysMax: 250_000 });
  return editDefinition(text, { set: [['outputSchema', wrapped(schemaText, inner.ok ? inner.members : new Map())]] });
}

function isNeverObject(type: unknown): boolean {
  return typeof type === 'string' || (Array.isArray(type) && type.length > 0 && !type.includes('object'));
}

/** The dialect is named at the root alone. */
function wrapped(schemaText: string, members: Members): string {
  const dialect = members.get('$schema');
  const result = dialect ? editDefinition(schemaText, { drop: ['$schema'] }) : schemaText;
  const prefix = dialect ? `"$schema":${sliceOf(schemaText, dialect)},` : '';
  return `{${prefix}"type":"object","properties":{"result":${result}},"required":["result"]}`;
}
