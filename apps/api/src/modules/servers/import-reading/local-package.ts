import { packageText, PACKAGE_REGISTRIES, readPackageSpec, type PackageSpec } from '@mcpnest/mcp-upstream';
import type { ImportEntry, ImportWarning, LocalPackage, LocalTemplate, TemplateArgument } from './import-entry.js';
import type { Found } from './read-inputs.js';

/** The package of a template, or null for what can be no name of one. A version that is not exact is left to the import. */
export function templatePackage(registry: string, name: string, version: string | null, { warnings }: Found): string | null {
  const known = PACKAGE_REGISTRIES.find((one) => one === registry);
  const written = (of: string): string => packageText({ registry: known!, name, version: of } satisfies PackageSpec);
  if (known === undefined || !readPackageSpec(written('0.0.0'))) return null;
  if (version !== null && readPackageSpec(written(version))) return written(version);
  const detail = `${version === null ? 'It names no version' : `${version} is no exact version`}: the newest one of the day it is imported is pinned.`;
  warnings.push({ code: 'package-not-exact', detail });
  return `${registry}:${name}`;
}

/**
 * A program with the question whether it may use the network. It may where it is given something, which it hardly keeps to
 * itself; whoever imports it sees and decides that.
 */
export function templateOf(
  program: { readonly package: string } | { readonly command: string },
  parts: { readonly args: readonly TemplateArgument[]; readonly env: LocalTemplate['env'] },
  { inputs }: Found,
): LocalTemplate {
  const network = inputs.add('network', {
    place: 'network',
    description: 'Whether the program may use the network. Services on the internet need it.',
    required: true,
    secret: false,
    choices: ['on', 'off'],
    default: parts.env.length > 0 || parts.args.some(({ secret }) => secret) ? 'on' : 'off',
    placeholder: null,
    lifted: null,
  });
  return { package: null, command: null, ...program, ...parts, network };
}

/** A path that can only mean a place on a machine. */
export const isPathLike = (word: string): boolean => /^(\/|~|[A-Za-z]:[\\/])/.test(word);

const PARTS = /^(\w+):(.+?)(?:(?:==|(?<=.)@)([^@/]*))?$/;

/** A package as documents name it. */
export function partsOf(spec: string): LocalPackage {
  const [, registry = '', identifier = spec, version] = PARTS.exec(spec) ?? [];
  return { registry, identifier, version: version ?? null, program: readPackageSpec(spec) ? spec : null, args: [], env: [] };
}

/** What a package is called, without registry, scope and version. */
export const nameOfPackage = (spec: string): string => partsOf(spec).identifier.split('/').at(-1)!;

export const RUNS_HERE: ImportWarning = {
  code: 'needs-local-servers',
  detail: 'It is a program: the gateway runs it on its own machine, behind a fence, where local servers are switched on.',
};

/** An entry as it is kept to be browsed: from there on the wizard asks for what its packages want. */
export const withoutProgram = (entry: ImportEntry): ImportEntry => (entry.local === null ? entry : { ...entry, local: null, inputs: [] });

export const CANNOT_RUN: ImportWarning = {
  code: 'needs-local-servers',
  detail:
    'It is a program that the gateway cannot run: it takes packages by their names, started with npx, uvx or the like, and programs by their absolute paths.',
};
