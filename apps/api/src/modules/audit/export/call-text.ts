import type { Call } from '../query/calls.dto.js';

/** The members of a call in the order of the columns. */
const COLUMNS = [
  'callId',
  'createdAt',
  'workspaceId',
  'serverSlug',
  'serverVersion',
  'toolName',
  'publishedName',
  'outcome',
  'status',
  'reason',
  'origin',
  'gate',
  'latencyMs',
  'upstreamLatencyMs',
  'requestBytes',
  'responseBytes',
  'tokenId',
  'tokenName',
  'userId',
  'clientName',
  'era',
  'protocolVersion',
  'traceId',
  'definitionHash',
  'sequence',
] as const satisfies readonly (keyof Call)[];

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What comes before the first call. */
export const headOf = (format: ExportFormat): string => (format === 'csv' ? `${COLUMNS.join(',')}\r\n` : '');

/** One call as a line. */
export const lineOf = (format: ExportFormat, call: Call): string =>
  format === 'csv' ? `${COLUMNS.map((column) => csvCell(call[column])).join(',')}\r\n` : `${JSON.stringify(call)}\n`;

/**
 * A cell of RFC 4180. Names come from strangers: a text that a spreadsheet would take for a formula is kept from being one by an
 * apostrophe in front (OWASP, "CSV Injection"), and what would end a line or hide a beginning is a space.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const plain = value.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
  const harmless = /^\s*[=+\-@|%＝＋－＠]/u.test(plain) ? `'${plain}` : plain;
  return /^[\w.:-]*$/.test(harmless) ? harmless : `"${harmless.replaceAll('"', '""')}"`;
}
