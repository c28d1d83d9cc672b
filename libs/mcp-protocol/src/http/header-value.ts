/**
 * Values of `Mcp-Name` and `Mcp-Param-*` (2026-07-28, "Value encoding"): plain when every HTTP stack keeps them as they
 * are, else base64 of UTF-8 between the markers `=?base64?` and `?=`.
 */
declare function atob(base64: string): string;
declare function btoa(latin1: string): string;
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (label: string, options: { fatal: boolean; ignoreBOM: boolean }) => { decode(bytes: Uint8Array): string };

const PREFIX = '=?base64?';
const SUFFIX = '?=';
const PLAIN = /^[\x21-\x7e](?:[\x09\x20-\x7e]*[\x21-\x7e])?$/;
const CANONICAL_BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The header value for a text. Lone surrogates become U+FFFD, as in any UTF-8. */
export function encodeHeaderValue(value: string): string {
  return PLAIN.test(value) && !isMarked(value) ? value : `${PREFIX}${toBase64(value)}${SUFFIX}`;
}

/**
 * The text a received value stands for; undefined when it breaks the encoding: bad base64 or bad UTF-8 between the
 * markers, or a plain value with characters that had to be encoded. One marker alone is a literal.
 */
export function decodeHeaderValue(raw: string): string | undefined {
  if (!isMarked(raw)) return raw === '' || PLAIN.test(raw) ? raw : undefined;
  const base64 = raw.slice(PREFIX.length, -SUFFIX.length);
  return raw.length >= PREFIX.length + SUFFIX.length && CANONICAL_BASE64.test(base64) ? fromBase64(base64) : undefined;
}

function isMarked(value: string): boolean {
  return value.startsWith(PREFIX) && value.endsWith(SUFFIX);
}

function toBase64(value: string): string {
  let latin1 = '';
  for (const byte of new TextEncoder().encode(value)) latin1 += String.fromCharCode(byte);
  return btoa(latin1);
}

function fromBase64(base64: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
