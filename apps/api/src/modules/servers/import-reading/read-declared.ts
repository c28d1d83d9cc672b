import { isSettableVariable, readPackageSpec } from '@mcpnest/mcp-upstream';
import type { ImportInput, ImportWarning, LocalTemplate, TemplateArgument, TemplateHeader } from './import-entry.js';
import { isSecretHeader } from './lift-secrets.js';
import { isPathLike, templateOf, templatePackage } from './local-package.js';
import { bag, list, member, textOf, type Bag } from './members.js';
import { inputOf, Inputs, readSent, VARIABLE, type Found } from './read-inputs.js';

const PARTS_MAX = 64;
/** Members that say that a named argument has a value of its own. */
const OF_A_VALUE = ['valueHint', 'default', 'placeholder', 'choices', 'isSecret', 'format', 'variables'];

/** A program as a template with what has to be filled in. */
export interface ReadLocal {
  readonly local: LocalTemplate;
  readonly inputs: readonly ImportInput[];
  readonly warnings: readonly ImportWarning[];
}

/** Reads a `packages[]` item of any schema generation with all it declares. Null for what the gateway cannot run; versions are exact there. */
export function readDeclared(value: unknown): ReadLocal | null {
  const found = bag(value);
  const name = found && (textOf(found, 'identifier', 512) ?? textOf(found, 'name', 512));
  const registry = found && (textOf(found, 'registryType', 32) ?? textOf(found, 'registryName', 32));
  if (!found || !name || !registry || (textOf(bag(found['transport']) ?? {}, 'type', 32) ?? 'stdio') !== 'stdio') return null;
  const gathered: Found = { inputs: new Inputs(), warnings: [] };
  const spec = templatePackage(registry, name, textOf(found, 'version', 255), gathered);
  if (spec === null || readPackageSpec(spec) === null) return null;
  const env = readVariables(found, gathered);
  const args = list(member(found, 'packageArguments'))
    .slice(0, PARTS_MAX)
    .flatMap((one) => readArgument(bag(one), gathered) ?? []);
  const local = templateOf({ package: spec }, { args, env }, gathered);
  return { local, inputs: gathered.inputs.all, warnings: gathered.warnings };
}

function readVariables(from: Bag, found: Found): readonly TemplateHeader[] {
  const variables: TemplateHeader[] = [];
  for (const value of list(member(from, 'environmentVariables')).slice(0, PARTS_MAX)) {
    const declared = bag(value);
    const name = declared && textOf(declared, 'name', 128);
    if (!declared || !name || variables.some((one) => one.name.toLowerCase() === name.toLowerCase())) continue;
    if (isSettableVariable(name)) variables.push(readSent(declared, { name, place: 'variable' }, found));
    else found.warnings.push({ code: 'variable-left-out', detail: `The variable ${name} cannot be set by a server.` });
  }
  return variables;
}

function readArgument(declared: Bag | null, found: Found): TemplateArgument | null {
  if (!declared) return null;
  const name = textOf(declared, 'name', 128);
  const isNamed = textOf(declared, 'type', 32) === 'named';
  if (isNamed && name === null) return null;
  const value = textOf(declared, 'value', 2_048);
  const front = isNamed ? [name!] : [];
  const required = member(declared, 'isRequired') === true;
  const chosen = value ?? textOf(declared, 'default', 32);
  if (isNamed && chosen !== null && textOf(declared, 'format', 32) === 'boolean') return chosen === 'true' ? bare(name!) : null;
  if (isNamed && value === null && !required && !OF_A_VALUE.some((key) => member(declared, key) !== undefined))
    return readFlag(declared, name!, found);
  if (value === null) return readWanted(declared, { front, required }, found);
  const variables = bag(member(declared, 'variables')) ?? {};
  const used = [...new Set([...value.matchAll(VARIABLE)].map(([, key]) => key!))].filter((key) => Object.hasOwn(variables, key));
  if (used.length === 0 && member(declared, 'isSecret') === true) return readWanted(declared, { front, required }, found);
  let word = value;
  const keys = used.map((key) => {
    const input = inputOf(bag(variables[key]) ?? {}, { place: 'argument', required, secret: false });
    const own = found.inputs.add(key, input);
    word = word.replaceAll(`{${key}}`, `{${own}}`);
    return own;
  });
  const secret = found.inputs.all.some((input) => keys.includes(input.key) && input.secret);
  return { words: [...front, word], keys, required: required || used.length === 0, secret, isPath: false };
}

/** An argument whose value is asked for. */
function readWanted(
  declared: Bag,
  { front, required }: { readonly front: readonly string[]; readonly required: boolean },
  { inputs }: Found,
): TemplateArgument {
  const label = front[0]?.replace(/^-+/, '') ?? textOf(declared, 'valueHint', 64) ?? textOf(declared, 'name', 64) ?? 'argument';
  const secret = member(declared, 'isSecret') === true || (member(declared, 'isSecret') === undefined && isSecretHeader(label, ''));
  const input = inputOf(declared, { place: 'argument', required, secret });
  // A secret that the document itself holds goes into the vault like one that is typed in.
  const lifted = input.secret ? textOf(declared, 'value', 4_096) : null;
  const key = inputs.add(label, { ...input, lifted });
  const isPath = textOf(declared, 'format', 32) === 'filepath' || isPathLike(input.default ?? input.placeholder ?? '');
  return { words: [...front, `{${key}}`], keys: [key], required, secret: input.secret, isPath };
}

/** An option that stands alone. */
const bare = (name: string): TemplateArgument => ({ words: [name], keys: [], required: true, secret: false, isPath: false });

/** One that is there where somebody says so. */
function readFlag(declared: Bag, name: string, { inputs }: Found): TemplateArgument {
  const input = inputOf(declared, { place: 'argument', required: false, secret: false });
  // Chosen, the word itself is put in; left empty, nothing is.
  const key = inputs.add(name.replace(/^-+/, ''), { ...input, choices: [name] });
  return { words: [`{${key}}`], keys: [key], required: false, secret: false, isPath: false };
}
