import type { HeaderSlot, ParsedServer } from './parsed-server';

const SECRET_NAME = /authorization|token|secret|key|password|credential|cookie|session/i;
const PLACEHOLDER = /\$\{[^}]*\}|\$[A-Z_][A-Z0-9_]*|\{env:[^}]*\}|\{\{[^}]*\}\}|<[^>]*>|%[A-Z_]+%|\byour[-_ ][\w-]+|\bxxx+\b|\.\.\.|…/i;
const SECRET_QUERY = /(^|[_-])(api[_-]?key|key|token|secret|auth|access[_-]?token|sig|signature|password)$/i;
/** Set by the gateway itself for each request; a copied value would only be in the way. */
const WIRE_HEADER =
  /^(accept|accept-encoding|connection|content-length|content-type|cookie|host|mcp-.*|origin|referer|transfer-encoding|user-agent)$/i;

/** Whether what is called so holds a secret by its nature. */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name);

/** Whether a text stands for a value that somebody still has to fill in. */
export const isPlaceholder = (value: string): boolean => PLACEHOLDER.test(value);

/** Whether a header's value should be kept where nobody can read it again. */
export const isSecretHeader = (name: string, value: string): boolean => SECRET_NAME.test(name) || /^(bearer|basic|token)\s/i.test(value);

/** `Bearer ` before a bare token in `Authorization`, as servers expect it; everything else as it is. */
export function completeValue(name: string, value: string): string {
  const trimmed = value.trim();
  return name.toLowerCase() === 'authorization' && trimmed !== '' && !/\s/.test(trimmed) ? `Bearer ${trimmed}` : trimmed;
}

/** Parts a server's headers into slots and secret values. A placeholder becomes an empty slot to be filled in. */
export function liftSecrets(name: string, type: string | undefined, url: URL, headers: Record<string, string>): ParsedServer {
  const slots: HeaderSlot[] = [];
  const credentials: Record<string, string> = {};
  for (const [header, value] of Object.entries(headers)) {
    if (WIRE_HEADER.test(header)) continue;
    if (!isSecretHeader(header, value) && !PLACEHOLDER.test(value)) {
      slots.push({ name: header, value });
      continue;
    }
    slots.push({ name: header, secret: true });
    if (!PLACEHOLDER.test(value) && value !== '') credentials[header] = completeValue(header, value);
  }
  const secretInUrl = [...url.searchParams.keys()].some((key) => SECRET_QUERY.test(key)) || url.password !== '';
  return { name, transport: { type: type === 'sse' ? 'sse' : 'streamable-http', url: url.href, headers: slots }, credentials, secretInUrl };
}

/** An http(s) URL, or null. */
export function httpUrl(text: unknown): URL | null {
  if (typeof text !== 'string' || !/^https?:\/\//i.test(text.trim())) return null;
  return safeUrl(text.trim());
}

function safeUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
