import { isSettableVariable } from '@mcpnest/mcp-upstream';
import type { LocalTemplate, TemplateArgument } from './import-entry.js';

/** A template of a program with its inputs put in: what the API calls a transport, and the values of its secret variables. */
export interface FilledLocal {
  readonly transport: {
    readonly type: 'stdio';
    /** May still lack its exact version. */
    readonly package?: string;
    readonly command?: string;
    readonly args: readonly string[];
    readonly env: readonly { readonly name: string; readonly secret?: true; readonly value?: string }[];
    readonly network: boolean;
    readonly folders: readonly { readonly path: string }[];
  };
  readonly credentials: Readonly<Record<string, string>>;
  /** Keys of inputs that are needed and were not given; then the rest is not to be used. */
  readonly missing: readonly string[];
}

/** What is gathered while a template is filled. */
interface Filling {
  readonly valueOf: (key: string) => string;
  readonly env: { name: string; secret?: true; value?: string }[];
  readonly credentials: Record<string, string>;
  readonly missing: Set<string>;
  readonly folders: Set<string>;
}

/**
 * Puts inputs into the template of a program. What is not required is left out where it is empty; a required secret becomes an
 * open slot. The value of a secret argument goes to a variable, which the argument names.
 */
export function fillLocal(template: LocalTemplate, given: Readonly<Record<string, string>>): FilledLocal {
  const valueOf = (key: string): string => (Object.hasOwn(given, key) ? given[key]!.trim() : '');
  const filling: Filling = { valueOf, env: [], credentials: {}, missing: new Set(), folders: new Set() };
  for (const variable of template.env) fillVariable(variable, filling);
  const args = template.args.flatMap((argument) => fillArgument(argument, filling));
  const { env, credentials, missing, folders } = filling;
  const program = template.package === null ? { command: template.command ?? '' } : { package: template.package };
  const network = valueOf(template.network) === 'on';
  const shared = [...folders].map((path) => ({ path }));
  return { transport: { type: 'stdio', ...program, args, env, network, folders: shared }, credentials, missing: [...missing] };
}

function fillVariable({ name, secret, required, value }: LocalTemplate['env'][number], filling: Filling): void {
  const { valueOf, env, credentials, missing } = filling;
  const keys = [...value.matchAll(/\{([^{}\s]{1,128})\}/g)].map(([, key]) => key!);
  const open = keys.filter((key) => valueOf(key) === '');
  if (open.length > 0 && !required) return;
  if (open.length > 0 && !secret) return open.forEach((key) => missing.add(key));
  if (secret) env.push({ name, secret: true });
  if (open.length > 0) return;
  const filled = filledIn(value, keys, valueOf);
  if (secret) credentials[name] = filled;
  else env.push({ name, value: filled });
}

function fillArgument({ words, keys, required, secret, isPath }: TemplateArgument, filling: Filling): readonly string[] {
  const { valueOf, env, credentials, missing, folders } = filling;
  const open = keys.filter((key) => valueOf(key) === '');
  if (open.length > 0 && !required) return [];
  if (secret) {
    const names = new Map(keys.map((key) => [key, variableFor(key, env)]));
    for (const [key, name] of names) {
      env.push({ name, secret: true });
      if (valueOf(key) !== '') credentials[name] = valueOf(key);
    }
    return words.map((word) => filledIn(word, keys, (key) => `\${${names.get(key)}}`));
  }
  if (open.length > 0) {
    open.forEach((key) => missing.add(key));
    return [];
  }
  if (isPath) for (const key of keys) if (valueOf(key).startsWith('/')) folders.add(valueOf(key).replace(/(?<=.)\/+$/, ''));
  return words.map((word) => filledIn(word, keys, valueOf));
}

const filledIn = (text: string, keys: readonly string[], valueOf: (key: string) => string): string =>
  text.replace(/\{([^{}\s]{1,128})\}/g, (whole, key: string) => (keys.includes(key) ? valueOf(key) : whole));

/** A name for the variable that holds a secret argument, not among those there are. */
function variableFor(key: string, env: Filling['env']): string {
  const plain = key
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  const wished = isSettableVariable(plain) ? plain : `ARGUMENT_${plain}`;
  let name = wished;
  for (let n = 2; env.some((one) => one.name.toUpperCase() === name); n++) name = `${wished}_${n}`;
  return name;
}
