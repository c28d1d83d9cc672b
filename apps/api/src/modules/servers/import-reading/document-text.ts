import { scanJson } from '@mcpnest/mcp-protocol';

/** Bytes, entries and depth that are read of one document. */
export const DOCUMENT_BYTES_MAX = 10 * 1024 * 1024;
export const DOCUMENT_ENTRIES_MAX = 5_000;
const DOCUMENT_DEPTH_MAX = 64;
/** People write comments into files of this size, not into catalogues. */
const LOOSE_LENGTH_MAX = 512 * 1024;

/**
 * The JSON of a text; files of clients may have comments and trailing commas, and a bare member as documentation shows it.
 * Undefined where it is none, or is nested deeper than 64 levels.
 */
export function parseDocument(text: string): unknown {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const strict = parse(trimmed);
  if (strict !== undefined || trimmed.length > LOOSE_LENGTH_MAX) return strict;
  return parse(tidied(/^"[^"\n]{1,256}"\s*:/.test(trimmed) ? `{${trimmed.replace(/,\s*$/, '')}}` : trimmed));
}

/**
 * Comments and trailing commas out; what stands in quotes is left alone. One pass, whatever the text: what looks like a
 * regular expression's work here would take quadratic time on hostile quotes.
 */
function tidied(text: string): string {
  const parts: string[] = [];
  /** Index in `parts` of a comma that nothing but space has followed. */
  let comma = -1;
  for (let at = 0; at < text.length;) {
    const end = endOfToken(text, at);
    const token = text.slice(at, end);
    at = end;
    if (token.startsWith('//') || token.startsWith('/*') || /^\s/.test(token)) {
      parts.push(' ');
      continue;
    }
    if ((token === '}' || token === ']') && comma >= 0) parts[comma] = ' ';
    comma = token === ',' ? parts.length : -1;
    parts.push(token);
  }
  return parts.join('');
}

/** Where the string, comment, run of space or other character that begins at `at` ends. */
function endOfToken(text: string, at: number): number {
  const char = text[at];
  if (char === '"') {
    let end = at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    return Math.min(end + 1, text.length);
  }
  if (text.startsWith('//', at)) return after(text.indexOf('\n', at), 0, text);
  if (text.startsWith('/*', at)) return after(text.indexOf('*/', at + 2), 2, text);
  return at + 1;
}

const after = (found: number, length: number, text: string): number => (found < 0 ? text.length : found + length);

function parse(text: string): unknown {
  // A member that stands twice is no reason to refuse a document made by hand; the last one counts, as for most readers.
  const bounds = { depthMax: DOCUMENT_DEPTH_MAX, keysMax: Infinity, elementsMax: Infinity, duplicateKeys: 'first' } as const;
  if (!scanJson(text, bounds).ok) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
