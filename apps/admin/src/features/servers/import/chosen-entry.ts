import type { ChosenEntry, ImportResult, OfferedServer } from '@mcpnest/api-client';

/** What a person made of an offer. */
export interface Choice {
  name: string;
  slug: string;
  values: Readonly<Record<string, string>>;
}

/** What an input holds before anybody types. */
export const defaultsOf = ({ inputs }: OfferedServer): Record<string, string> =>
  Object.fromEntries(inputs.flatMap(({ key, default: value }) => (value === null ? [] : [[key, value]])));

/** An offer with its inputs as the API imports it. Only what can be reached or run can be chosen. */
export function chosenEntry(offer: OfferedServer, choice: Choice, source: ChosenEntry['source']): ChosenEntry[] {
  const { transport, local } = offer;
  if (!transport && !local) return [];
  const sealed = Object.fromEntries(offer.inputs.flatMap(({ key, sealed: value }) => (value === null ? [] : [[key, value]])));
  const inputs = Object.fromEntries(Object.entries(choice.values).filter(([, value]) => value !== ''));
  return [
    {
      name: choice.name.trim() || offer.name,
      ...(choice.slug ? { slug: choice.slug } : {}),
      ...(offer.description ? { description: offer.description } : {}),
      ...(offer.documentationUrl ? { documentationUrl: offer.documentationUrl } : {}),
      ...(transport ? { transport } : { local: local! }),
      inputs,
      sealed,
      source: source ?? null,
    },
  ];
}

/** Faults of inputs by their key. */
export const faultsOf = (problem: ImportResult['problem']): Record<string, string> =>
  Object.fromEntries(
    (problem?.errors ?? []).flatMap(({ pointer, detail }) =>
      pointer.startsWith('/inputs/') ? [[pointer.slice(8).replaceAll('~1', '/').replaceAll('~0', '~'), detail]] : [],
    ),
  );
