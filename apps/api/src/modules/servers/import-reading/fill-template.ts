import { fillAddress, variablesOf } from '@mcpnest/shared/templates';
import type { TransportTemplate } from './import-entry.js';

const VARIABLE = /\{([^{}\s]{1,128})\}/g;

/** A template with its inputs put in: what the API calls a transport, and the values of its secret headers. */
export interface FilledTemplate {
  readonly transport: {
    readonly type: TransportTemplate['type'];
    readonly url: string;
    readonly headers: readonly { readonly name: string; readonly secret?: true; readonly value?: string }[];
  };
  readonly credentials: Readonly<Record<string, string>>;
  /** Keys of inputs that are needed and were not given; then the rest is not to be used. */
  readonly missing: readonly string[];
}

/**
 * Puts inputs into a template. A header that is not required is left out where one of its inputs is empty; a required
 * secret one becomes an open slot, to be filled later; anything else that is open is missing.
 */
export function fillTemplate(template: TransportTemplate, given: Readonly<Record<string, string>>): FilledTemplate {
  const valueOf = (key: string): string => (Object.hasOwn(given, key) ? given[key]!.trim() : '');
  const missing = new Set(variablesOf(template.url).filter((key) => valueOf(key) === ''));
  const url = fillAddress(template.url, valueOf);
  const headers: { name: string; secret?: true; value?: string }[] = [];
  const credentials: Record<string, string> = {};
  for (const { name, secret, required, value } of template.headers) {
    const open = variablesOf(value).filter((key) => valueOf(key) === '');
    const filled = complete(
      name,
      value,
      value.replace(VARIABLE, (_, key: string) => valueOf(key)),
    );
    if (open.length === 0 && secret) {
      headers.push({ name, secret: true });
      credentials[name] = filled;
    } else if (open.length === 0) headers.push({ name, value: filled });
    else if (required && secret) headers.push({ name, secret: true });
    else if (required) open.forEach((key) => missing.add(key));
  }
  return { transport: { type: template.type, url, headers }, credentials, missing: [...missing] };
}

/** `Bearer ` before a bare token in `Authorization`, as servers expect it, and never twice. */
function complete(name: string, template: string, filled: string): string {
  const once = filled.replace(/^bearer\s+bearer\s+/i, 'Bearer ').trim();
  const isBare = name.toLowerCase() === 'authorization' && /^\{[^{}]*\}$/.test(template) && !/\s/.test(once);
  return isBare && once !== '' ? `Bearer ${once}` : once;
}
