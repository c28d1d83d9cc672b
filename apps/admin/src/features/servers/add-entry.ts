import type { CatalogueEntry, ImportInput } from '@mcpnest/api-client';
import { fillAddress, variablesOf } from '@mcpnest/shared/templates';
import { EMPTY_DRAFT, type AddDraft } from './add-draft';
import { defaultsOf } from './import/chosen-entry';
import type { HeaderSlot } from './intake/parsed-server';

/** One way in which an entry can be reached: its address, or a package that the gateway runs. */
export interface EntryWay {
  /** Tells the ways of one entry apart: the address as the document writes it, or the package. */
  readonly key: string;
  readonly part: Pick<AddDraft, 'url' | 'type' | 'args' | 'network' | 'headers'>;
  /** Variables of the address. */
  readonly inputs: readonly ImportInput[];
}

/** The entry a draft began with. */
export interface EntryOrigin {
  readonly entry: string;
  readonly source: { kind: 'bundled' | 'registry'; name: string | null; version: string | null; url: string | null };
  readonly documentationUrl: string | null;
  readonly way: string;
  readonly ways: readonly EntryWay[];
  /** Values of the address’s variables. */
  readonly values: Readonly<Record<string, string>>;
}

const present = <T extends object>(members: T) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>;

/** A header with its variable as a slot: a secret one keeps the words around its variable, any other shows them to be filled in. */
function slotOf(header: NonNullable<CatalogueEntry['transport']>['headers'][number], inputs: readonly ImportInput[]): HeaderSlot {
  const { name, secret, required, value } = header;
  const [variable, ...others] = variablesOf(value);
  const input = inputs.find(({ key }) => key === variable);
  const isWhole = value === `{${variable}}`;
  const about = present({
    hint: (others.length > 0 ? value : input?.description) ?? undefined,
    optional: required ? undefined : (true as const),
    choices: isWhole && input && input.choices.length > 0 ? input.choices : undefined,
  });
  const isPrefixed = variable !== undefined && others.length === 0 && !isWhole && !/^bearer \{[^}]*\}$/i.test(value);
  if (secret) return { name, secret, ...about, ...(isPrefixed && { form: value.replace(`{${variable}}`, '{}') }) };
  return { name, value: isWhole ? (input?.default ?? '') : value, ...about };
}

function waysOf({ transport, inputs, packages, importable }: CatalogueEntry): EntryWay[] {
  const addresses = inputs.filter(({ place }) => place === 'url');
  const remote: EntryWay[] =
    transport && importable
      ? [
          {
            key: transport.url,
            part: {
              url: transport.url,
              type: transport.type,
              args: [],
              network: false,
              headers: transport.headers.map((one) => slotOf(one, inputs)),
            },
            inputs: addresses,
          },
        ]
      : [];
  const programs = packages.flatMap(({ program, args, env }): EntryWay[] => {
    if (program === null) return [];
    const headers = env.map(({ name, secret, required, description, choices, default: given }) => ({
      name,
      ...(secret ? { secret } : { value: given ?? '' }),
      ...present({
        hint: description ?? undefined,
        optional: required ? undefined : (true as const),
        choices: choices.length > 0 ? choices : undefined,
      }),
    }));
    // Given something, it hardly keeps it to itself; whoever adds it sees and decides that (ADR 0057).
    const network = env.length > 0;
    return [{ key: program, part: { url: program, type: 'stdio', args, network, headers }, inputs: [] }];
  });
  return [...remote, ...programs];
}

/** Whether the wizard can begin with an entry. */
export const canBegin = (entry: CatalogueEntry): boolean => waysOf(entry).length > 0;

/** The draft that the wizard begins with, or null for an entry that the gateway cannot reach. */
export function draftOfEntry(entry: CatalogueEntry): AddDraft | null {
  const ways = waysOf(entry);
  const [first] = ways;
  if (!first) return null;
  const { id, name, description, registryName, version, registryUrl, documentationUrl } = entry;
  const kind = entry.source === 'synced' ? ('registry' as const) : ('bundled' as const);
  const from: EntryOrigin = {
    entry: id,
    source: { kind, name: registryName, version, url: registryUrl },
    documentationUrl,
    way: first.key,
    ways,
    values: defaultsOf(entry),
  };
  return { ...EMPTY_DRAFT, name, description: (description ?? '').slice(0, 500), ...changeOfWay(from, first.key) };
}

/** What changes in a draft when its entry shall be reached another way. */
export function changeOfWay(from: EntryOrigin, key: string): Partial<AddDraft> {
  const way = from.ways.find((one) => one.key === key);
  return way ? { ...way.part, url: addressOf(way, from.values), from: { ...from, way: key } } : {};
}

/** What changes in a draft when a variable of its address is filled in. */
export function changeOfValue(from: EntryOrigin, variable: string, value: string): Partial<AddDraft> {
  const values = { ...from.values, [variable]: value };
  const way = from.ways.find(({ key }) => key === from.way);
  return { from: { ...from, values }, ...(way && { url: addressOf(way, values) }) };
}

/** The address with its variables put in, once all of them are known. */
function addressOf({ part, inputs }: EntryWay, values: Readonly<Record<string, string>>): string {
  const isOpen = inputs.some(({ key }) => !values[key]?.trim());
  return inputs.length === 0 || isOpen ? part.url : fillAddress(part.url, (variable) => values[variable]?.trim() ?? '');
}

/** What still stands in braces in a draft that began with an entry. */
export function openPartsOf({ from, type, url, args, headers }: AddDraft): readonly string[] {
  if (from === null) return [];
  const values = headers.flatMap(({ secret, value }) => (secret ? [] : (value ?? '')));
  // `${NAME}` in an argument is a secret variable that the gateway puts in.
  const words = args.map((arg) => arg.replaceAll(/\$\{\w+\}/g, ''));
  return [type === 'stdio' ? '' : url, ...words, ...values].flatMap(variablesOf);
}
