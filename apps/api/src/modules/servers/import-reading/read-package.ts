import type { ImportWarning, LocalPackage, PackageVariable } from './import-entry.js';
import { isSecretHeader } from './lift-secrets.js';
import { bag, list, member, textOf, tidy, type Bag } from './members.js';

const UNFILLED = /<<|>>|\$\{|\$[A-Z_]{2,}|\{\{/;
const PACKAGES_MAX = 20;
const VARIABLES_MAX = 64;
const ARGUMENTS_MAX = 64;
const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;
const NPM_NAME = /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/i;
const EXACT = /^\d+\.\d+\.\d+[\w.-]*$/;

/** Whether a text is a part of a template that nobody filled in. */
export const isUnfilled = (text: string): boolean => UNFILLED.test(text);

/** The packages of a server.json of any generation, with what each wants to be started with. */
export function readPackages(server: Bag, warnings: ImportWarning[]): readonly LocalPackage[] {
  return list(member(server, 'packages'))
    .slice(0, PACKAGES_MAX)
    .flatMap((value) => {
      const found = bag(value);
      const identifier = found && (textOf(found, 'identifier', 512) ?? textOf(found, 'name', 512));
      if (!found || !identifier) return [];
      const version = textOf(found, 'version', 255);
      if (isUnfilled(identifier) || isUnfilled(version ?? ''))
        warnings.push({ code: 'package-placeholder', detail: `The package ${identifier} was never filled in.` });
      const registry = textOf(found, 'registryType', 32) ?? textOf(found, 'registryName', 32) ?? 'unknown';
      const program = programOf(found, { registry, identifier, version });
      return [{ registry, identifier, version, program, ...(program === null ? NOTHING_TO_START : startOf(found)) }];
    });
}

const NOTHING_TO_START = { args: [], env: [] } as const;

/** What the gateway can run of it: an npm package of an exact version that speaks over its standard streams. */
function programOf(
  found: Bag,
  { registry, identifier, version }: Pick<LocalPackage, 'registry' | 'identifier' | 'version'>,
): string | null {
  const speaks = textOf(bag(member(found, 'transport')) ?? {}, 'type') ?? 'stdio';
  if (registry !== 'npm' || speaks !== 'stdio' || !NPM_NAME.test(identifier) || !EXACT.test(version ?? '')) return null;
  return `npm:${identifier}@${version}`;
}

function startOf(found: Bag): Pick<LocalPackage, 'args' | 'env'> {
  const declared = list(member(found, 'packageArguments')).map((value) => bag(value) ?? {});
  const args = declared.flatMap(argumentsOf).slice(0, ARGUMENTS_MAX);
  const env = [
    ...list(member(found, 'environmentVariables')).flatMap((value) => variableOf(bag(value) ?? {}) ?? []),
    ...declared
      .filter((argument) => isSecretArgument(argument) && member(argument, 'isRequired') === true)
      .flatMap((argument) => variableOf({ ...argument, name: variableFor(argument), isSecret: true }) ?? []),
  ].slice(0, VARIABLES_MAX);
  return { args, env: env.filter(({ name }, index) => env.findIndex((one) => one.name === name) === index) };
}

const labelOf = (argument: Bag): string =>
  (textOf(argument, 'name', 128) ?? textOf(argument, 'valueHint', 64) ?? 'value').replace(/[{}\s]|^-+/g, '');

/** One whose value nobody shall read: it goes into the vault as a variable, and the argument names that (ADR 0057). */
const isSecretArgument = (argument: Bag): boolean => member(argument, 'isSecret') === true;
const variableFor = (argument: Bag): string =>
  labelOf(argument)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^(?=\d)/, '_');

/** `--name value`, or the value alone. What a person has to fill in stands in braces; what nobody needs is left out. */
function argumentsOf(argument: Bag): readonly string[] {
  const name = textOf(argument, 'name', 128);
  const isFlag = textOf(argument, 'format') === 'boolean';
  const given = textOf(argument, 'value', 1_024) ?? textOf(argument, 'default', 1_024);
  const isNeeded = member(argument, 'isRequired') === true;
  if (isSecretArgument(argument)) return isNeeded ? [...(name === null ? [] : [name]), `\${${variableFor(argument)}}`] : [];
  if (isFlag) return name !== null && given === 'true' ? [name] : [];
  if (given !== null) return name === null ? [given] : [name, given];
  if (!isNeeded) return [];
  const hint = textOf(argument, 'valueHint', 64)?.replace(/[{}\s]/g, '');
  const open = `{${hint || labelOf(argument)}}`;
  return name === null ? [open] : [name, open];
}

function variableOf(from: Bag): PackageVariable | null {
  const name = textOf(from, 'name', 128);
  if (name === null || !VARIABLE_NAME.test(name)) return null;
  const said = member(from, 'isSecret');
  const secret = said === true || (said !== false && isSecretHeader(name, ''));
  const choices = list(member(from, 'choices')).flatMap((choice) => (typeof choice === 'string' ? (tidy(choice, 256) ?? []) : []));
  const given = textOf(from, 'value', 1_024) ?? textOf(from, 'default', 1_024);
  return {
    name,
    secret,
    required: member(from, 'isRequired') === true,
    description: textFilled(textOf(from, 'description', 500)),
    choices: choices.slice(0, 100),
    default: secret ? null : textFilled(given),
  };
}

const textFilled = (text: string | null): string | null => (text === null || isUnfilled(text) ? null : text);
