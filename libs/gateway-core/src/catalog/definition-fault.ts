import { scanJson } from '@mcpnest/mcp-protocol';
import { isRecord } from './is-record.js';
import { refFault } from './schema-refs.js';

/** UTF-8 bytes of one tool's whole definition. */
export const DEFINITION_BYTES_MAX = 64 * 1024;
const DEPTH_MAX = 64;

/** Why a definition is too large for clients, whatever it says; undefined where it is not. */
export function bytesFault(definitionText: string): string | undefined {
  const bytes = utf8Length(definitionText);
  if (bytes <= DEFINITION_BYTES_MAX) return undefined;
  return `Its definition has ${Math.ceil(bytes / 1024)} KB; clients are given ${DEFINITION_BYTES_MAX / 1024} KB at most.`;
}

/** Why a definition is more than clients can be given, whatever it says; undefined where it is not. Looks at the text alone. */
export function sizeFault(definitionText: string): string | undefined {
  const tooLarge = bytesFault(definitionText);
  if (tooLarge !== undefined) return tooLarge;
  const scan = scanJson(definitionText, { depthMax: DEPTH_MAX, keysMax: DEFINITION_BYTES_MAX });
  return !scan.ok && scan.reason === 'depth' ? `Its definition is nested more than ${DEPTH_MAX} levels deep.` : undefined;
}

/** Why the schemas of a parsed definition cannot be given to clients; undefined where they can. */
export function schemaFault({ inputSchema, outputSchema }: Readonly<Record<string, unknown>>): string | undefined {
  if (!isRecord(inputSchema) || (inputSchema['type'] !== undefined && inputSchema['type'] !== 'object')) {
    return 'Its inputSchema is not a schema of an object.';
  }
  const input = refFault(inputSchema);
  if (input !== undefined) return `Its inputSchema cannot be read. ${input}`;
  const output = isRecord(outputSchema) ? refFault(outputSchema) : undefined;
  return output === undefined ? undefined : `Its outputSchema cannot be read. ${output}`;
}

/** Bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Each half of a surrogate pair stands for two of its four bytes.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
