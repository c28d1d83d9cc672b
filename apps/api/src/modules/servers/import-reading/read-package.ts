import type { ImportInput, ImportWarning, LocalPackage, PackageVariable, TemplateArgument, TemplateHeader } from './import-entry.js';
import { bag, list, member, textOf, type Bag } from './members.js';
import { readDeclared, type ReadLocal } from './read-declared.js';

const UNFILLED = /<<|>>|\$\{|\$[A-Z_]{2,}|\{\{/;
const PACKAGES_MAX = 20;
const WORDS_MAX = 64;

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
      const read = readDeclared(value);
      return [{ registry, identifier, version, ...(read === null ? NOTHING_TO_START : startOf(read)) }];
    });
}

const NOTHING_TO_START = { program: null, args: [], env: [] } as const;

/** What the wizard begins with of a program that was read: what a person has to fill in stands in braces, what nobody needs is left out. */
function startOf({ local, inputs }: ReadLocal): Pick<LocalPackage, 'program' | 'args' | 'env'> {
  const byKey = new Map(inputs.map((input) => [input.key, input]));
  const env: PackageVariable[] = local.env.map((variable) => variableOf(variable, byKey));
  const args = local.args.flatMap((argument) => wordsOf(argument, { byKey, env }));
  return { program: local.package, args: args.slice(0, WORDS_MAX), env };
}

function wordsOf(
  { words, keys, required, secret }: TemplateArgument,
  { byKey, env }: { readonly byKey: ReadonlyMap<string, ImportInput>; readonly env: PackageVariable[] },
): readonly string[] {
  const given = (key: string): string | null => byKey.get(key)?.default ?? null;
  if (!required && keys.some((key) => given(key) === null)) return [];
  const filled = (key: string): string => {
    if (!secret) return given(key) ?? `{${key}}`;
    // One whose value nobody shall read goes into the vault as a variable, and the argument names that (ADR 0057).
    const name = key
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '_')
      .replace(/^(?=\d)/, '_');
    if (!env.some((one) => one.name === name))
      env.push({ ...described(byKey.get(key)), name, secret: true, required: true, default: null });
    return `\${${name}}`;
  };
  return words.map((word) => word.replace(/\{([^{}\s]{1,128})\}/g, (whole, key: string) => (keys.includes(key) ? filled(key) : whole)));
}

function variableOf({ name, secret, required, value }: TemplateHeader, byKey: ReadonlyMap<string, ImportInput>): PackageVariable {
  const key = /^\{([^{}\s]{1,128})\}$/.exec(value)?.[1];
  const input = key === undefined ? undefined : byKey.get(key);
  return { ...described(input), name, secret, required, default: secret ? null : textFilled(input ? input.default : value) };
}

const described = (input: ImportInput | undefined): Pick<PackageVariable, 'description' | 'choices'> => ({
  description: textFilled(input?.description ?? null),
  choices: input?.choices ?? [],
});

const textFilled = (text: string | null): string | null => (text === null || isUnfilled(text) ? null : text);
