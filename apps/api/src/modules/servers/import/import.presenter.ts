import { errorEntry } from '@mcpnest/shared/errors';
import type { LocalPackage, LocalTemplate } from '../import-reading/import-entry.js';
import type { LocalPackage as LocalPackageView, OfferedServer } from './import-entry.dto.js';
import type { PreviewEntry as PreviewEntryView, ImportPreview as ImportPreviewView } from './import-preview.service.js';
import type { ImportPreview, ImportResult } from './import.dto.js';
import type { ImportOutcome } from './import.service.js';

/** Entries that a registry gave before programs were read of them say nothing of how they are started. */
const presentPackage = ({ registry, identifier, version, program, args, env }: Stored<LocalPackage>): LocalPackageView => ({
  registry,
  identifier,
  version,
  program: program ?? null,
  args: [...(args ?? [])],
  env: (env ?? []).map((variable) => ({ ...variable, choices: [...variable.choices] })),
});
type Stored<Package extends LocalPackage> = Omit<Package, 'program' | 'args' | 'env'> & Partial<Package>;

/** An offer in its answer's shape; `sealed` is null where nothing was lifted. */
export function presentOffer(offer: Omit<PreviewEntryView, 'slug'>): OfferedServer {
  const { transport } = offer;
  return {
    name: offer.name,
    registryName: offer.registryName,
    version: offer.version,
    description: offer.description,
    documentationUrl: offer.documentationUrl,
    repositoryUrl: offer.repositoryUrl,
    status: offer.status,
    transport: transport && { type: transport.type, url: transport.url, headers: transport.headers.map((header) => ({ ...header })) },
    local: offer.local ? presentLocal(offer.local) : null,
    inputs: offer.inputs.map((input) => ({ ...input, choices: [...input.choices] })),
    packages: offer.packages.map(presentPackage),
    warnings: offer.warnings.map((one) => ({ ...one })),
    known: offer.known.map((one) => ({ ...one })),
    importable: offer.importable,
  };
}

const presentLocal = ({ package: spec, command, args, env, network }: LocalTemplate): OfferedServer['local'] => ({
  package: spec,
  command,
  args: args.map((one) => ({ ...one, words: [...one.words], keys: [...one.keys] })),
  env: env.map((one) => ({ ...one })),
  network,
});

export const presentPreview = ({ form, url, entries, warnings }: ImportPreviewView): ImportPreview => ({
  form,
  url,
  entries: entries.map((entry) => ({ ...presentOffer(entry), slug: entry.slug })),
  warnings: [...warnings],
});

export function presentOutcome(outcome: ImportOutcome): ImportResult {
  if ('server' in outcome) {
    const { id, slug, name } = outcome.server;
    return { server: { id, slug, name }, problem: null };
  }
  const { code, facts } = outcome.error;
  const { title } = errorEntry(code);
  return { server: null, problem: { code, title, detail: facts.detail ?? `${title}.`, errors: [...(facts.errors ?? [])] } };
}
