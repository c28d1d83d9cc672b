import { isSettableVariable } from '@mcpnest/mcp-upstream';
import type { ImportInput, TemplateArgument, TemplateHeader } from './import-entry.js';
import { isPlaceholder, isSecretHeader } from './lift-secrets.js';
import { isPathLike, templateOf, templatePackage } from './local-package.js';
import { tidy } from './members.js';
import { Inputs, type Found } from './read-inputs.js';
import type { ReadLocal } from './read-declared.js';

const PARTS_MAX = 64;
const NPM_LAUNCHER = /^(npx|bunx|pnpx)(\.cmd|\.exe)?$/;
const PYPI_LAUNCHER = /^(uvx|pipx)(\.exe)?$/;
const NPM_NAME = /^((?:@[^@/]+\/)?[^@/]+)(?:@(.+))?$/;
const PYPI_NAME = /^([A-Za-z0-9][A-Za-z0-9._-]*(?:\[[^\]]*\])?)(?:(?:@|==)(.+))?$/;

interface Program {
  readonly registry: 'npm' | 'pypi';
  readonly name: string;
  readonly version: string | null;
  readonly args: readonly string[];
}

/** Reads the program line of a client's configuration; its secrets become inputs. Null for what the gateway cannot run. */
export function readProgram(line: readonly string[], env: Readonly<Record<string, string>>): ReadLocal | null {
  const found: Found = { inputs: new Inputs(), warnings: [] };
  const words = /^cmd(\.exe)?$/i.test(line[0] ?? '') && /^\/c$/i.test(line[1] ?? '') ? line.slice(2) : line;
  const packaged = packageOf(words);
  const spec = packaged && templatePackage(packaged.registry, packaged.name, packaged.version, found);
  const command = spec === null && words[0]?.startsWith('/') ? words[0] : null;
  if (spec === null && command === null) return null;
  const variables = readVariables(env, found);
  const args = readArguments((packaged?.args ?? words.slice(1)).slice(0, PARTS_MAX), found);
  const local = templateOf(spec === null ? { command: command! } : { package: spec }, { args, env: variables }, found);
  return { local, inputs: found.inputs.all, warnings: found.warnings };
}

function packageOf([launcher = '', ...rest]: readonly string[]): Program | null {
  const name = launcher.split(/[\\/]/).at(-1) ?? '';
  if (NPM_LAUNCHER.test(name)) return programOf('npm', rest, /^(-p|--package)$/);
  if (!PYPI_LAUNCHER.test(name)) return null;
  return programOf('pypi', name.startsWith('pipx') && rest[0] === 'run' ? rest.slice(1) : rest, /^(--from|--spec)$/);
}

/** `npx -y name args`, or `npx -p name program args`, where the program is the package's own. */
function programOf(registry: Program['registry'], words: readonly string[], naming: RegExp): Program | null {
  let at = 0;
  let apart: string | undefined;
  for (; words[at]?.startsWith('-'); at++) {
    const [option = '', joined] = words[at]!.split(/=(.*)/s);
    if (naming.test(option)) apart = joined ?? words[++at];
  }
  const [, name, version = null] = (registry === 'npm' ? NPM_NAME : PYPI_NAME).exec(apart ?? words[at] ?? '') ?? [];
  return name === undefined ? null : { registry, name, version, args: words.slice(at + 1) };
}

function readVariables(env: Readonly<Record<string, string>>, { inputs, warnings }: Found): readonly TemplateHeader[] {
  const variables: TemplateHeader[] = [];
  for (const [name, given] of Object.entries(env).slice(0, PARTS_MAX)) {
    if (!isSettableVariable(name)) {
      warnings.push({ code: 'variable-left-out', detail: `The variable ${tidy(name, 128) ?? ''} cannot be set by a server.` });
      continue;
    }
    const value = given.trim();
    const isOpen = value === '' || isPlaceholder(value);
    const secret = isOpen || isSecretHeader(name, value);
    if (!isOpen && secret) warnings.push({ code: 'secret-lifted', detail: `The value of ${name} goes into the vault.` });
    const wish = { place: 'variable', secret, value: isOpen ? null : value } as const;
    variables.push({ name, secret, required: true, value: `{${inputs.add(name, wished(wish))}}` });
  }
  return variables;
}

function readArguments(words: readonly string[], found: Found): readonly TemplateArgument[] {
  const args: TemplateArgument[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const [, option, joined] = /^(--?[A-Za-z][\w-]*)=(.+)$/s.exec(word) ?? [];
    const next = words[at + 1];
    const isOption = /^--?[A-Za-z][\w-]*$/.test(word) && next !== undefined && !next.startsWith('-');
    if (option !== undefined && joined !== undefined && isWanted(option, joined))
      args.push(argument({ option, value: joined }, '=', found));
    else if (isOption && isWanted(word, next)) {
      args.push(argument({ option: word, value: next }, ' ', found));
      at++;
    } else if (isWanted('', word)) args.push(argument({ option: '', value: word }, ' ', found));
    else args.push({ words: [word], keys: [], required: true, secret: false, isPath: false });
  }
  return args;
}

/** Whether a value of a document is better asked for than taken as it is. */
const isWanted = (option: string, value: string): boolean => isSecretHeader(option, '') || isPlaceholder(value) || isPathLike(value);

function argument(
  { option, value }: { readonly option: string; readonly value: string },
  joint: '=' | ' ',
  { inputs, warnings }: Found,
): TemplateArgument {
  const isOpen = isPlaceholder(value) || /^\/path\/to\b/.test(value);
  const isPath = isPathLike(value);
  // An open value is called after what it stands for, such as ${API_KEY}.
  const secret = !isPath && (isSecretHeader(option, '') || (isOpen && isSecretHeader(value, '')));
  const label = option.replace(/^-+/, '') || (isPath ? 'path' : 'argument');
  if (secret && !isOpen) warnings.push({ code: 'secret-lifted', detail: `The value of ${label} goes into the vault.` });
  const wish = { place: 'argument', secret, value: isOpen ? null : value } as const;
  const description = isPath ? 'A folder or a file of the machine that the gateway runs on. The program may read it.' : null;
  const key = inputs.add(label, { ...wished(wish), description, placeholder: isOpen && !secret ? tidy(value, 256) : null });
  const filled = `{${key}}`;
  const words = option === '' ? [filled] : joint === '=' ? [`${option}=${filled}`] : [option, filled];
  return { words, keys: [key], required: true, secret, isPath };
}

function wished({
  place,
  secret,
  value,
}: {
  place: ImportInput['place'];
  secret: boolean;
  value: string | null;
}): Omit<ImportInput, 'key'> {
  return {
    place,
    description: null,
    required: true,
    secret,
    choices: [],
    default: secret ? null : value,
    placeholder: null,
    lifted: secret ? value : null,
  };
}
