import type { ImportInput, ImportWarning, TemplateHeader, TransportTemplate } from './import-entry.js';
import { carriesSecret, isSettableHeader } from './lift-secrets.js';
import { bag, httpUrl, list, member, textOf, type Bag } from './members.js';
import { inputOf, Inputs, readSent, VARIABLE, type Found } from './read-inputs.js';

const HEADERS_MAX = 32;

/** One remote as a template with what has to be filled in. */
export interface ReadRemote {
  readonly transport: TransportTemplate;
  readonly inputs: readonly ImportInput[];
  readonly warnings: readonly ImportWarning[];
}

/** Reads a `remotes[]` item of any schema generation. Null where it has no usable address. */
export function readRemote(value: unknown): ReadRemote | null {
  const remote = bag(value);
  const type = remote && typeOf(remote);
  const written = remote && textOf(remote, 'url', 2_048);
  if (!remote || !type || !written) return null;
  const warnings: ImportWarning[] = [];
  const inputs = new Inputs();
  const url = readUrl(remote, written, { inputs, warnings });
  const tried = httpUrl(url.replace(/^\{[^{}]*\}/, 'https://any.example').replace(VARIABLE, '1'));
  if (!tried) return null;
  if (tried.protocol === 'http:')
    warnings.push({ code: 'plain-http', detail: 'The address is plain http; an egress rule has to allow it.' });
  if (isLocalHost(tried.hostname))
    warnings.push({ code: 'address-not-public', detail: 'The address is on a private network or on the machine itself.' });
  if (carriesSecret(tried)) warnings.push({ code: 'secret-in-url', detail: 'The address seems to carry a secret; prefer a header.' });
  const headers = readHeaders(remote, { inputs, warnings });
  return { transport: { type, url, headers }, inputs: inputs.all, warnings };
}

function typeOf(remote: Bag): TransportTemplate['type'] | null {
  const type = (textOf(remote, 'type') ?? textOf(remote, 'transportType') ?? textOf(remote, 'transport') ?? 'streamable-http')
    .toLowerCase()
    .replaceAll('_', '-');
  if (type === 'sse') return 'sse';
  return ['streamable-http', 'streamablehttp', 'streamable', 'http', 'remote'].includes(type) ? 'streamable-http' : null;
}

/** The address with every variable as an input; a variable with one fixed value is put in at once. */
function readUrl(remote: Bag, written: string, { inputs, warnings }: Found): string {
  const variables = bag(member(remote, 'variables')) ?? {};
  return written.replace(VARIABLE, (whole, name: string) => {
    const declared = bag(member(variables, name));
    if (!declared)
      warnings.push({ code: 'variable-undeclared', detail: `The address has the variable ${name}, which the document does not describe.` });
    const variable = declared ?? {};
    const fixed = textOf(variable, 'value', 512);
    if (fixed !== null && !fixed.includes('{')) return fixed;
    const isSecret = member(variable, 'isSecret') === true;
    if (isSecret)
      warnings.push({
        code: 'secret-in-url',
        detail: `${name} is secret but part of the address, which whoever reads the catalogue can see.`,
      });
    const known = inputs.all.find((one) => one.key === name);
    return known ? whole : `{${inputs.add(name, inputOf(variable, { place: 'url', required: true, secret: false }))}}`;
  });
}

function readHeaders(remote: Bag, found: Found): readonly TemplateHeader[] {
  const headers: TemplateHeader[] = [];
  for (const value of list(member(remote, 'headers')).slice(0, HEADERS_MAX)) {
    const header = bag(value);
    const name = header && textOf(header, 'name', 128);
    if (!header || !name) continue;
    const isTwice = headers.some((one) => one.name.toLowerCase() === name.toLowerCase());
    if (isTwice || !isSettableHeader(name)) {
      found.warnings.push({
        code: 'header-left-out',
        detail: `The header ${name} ${isTwice ? 'stands twice' : 'cannot be set by a server'}.`,
      });
      continue;
    }
    headers.push(readSent(header, { name, place: 'header' }, found));
  }
  return headers;
}

const isLocalHost = (host: string): boolean =>
  /^(localhost|.*\.(localhost|local|internal|lan)|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|\[::1\])$/.test(host);
