import type { ImportPreview, ImportResult, PreviewEntry } from '@mcpnest/api-client';
import { useState } from 'react';
import { chosenEntry, defaultsOf } from './chosen-entry';
import { documentOf } from './document-of';
import { useImportServers, usePreviewImport } from './import.mutations';

/** How many the API takes at once. */
export const CHOSEN_MAX = 200;
const SUGGESTED_MAX = 20;

const sourceOf = (preview: ImportPreview, entry: PreviewEntry) => ({
  kind: preview.form,
  name: entry.registryName ?? entry.name,
  version: entry.version,
  url: preview.url,
});

/** What is new and works is chosen at once where it is little. */
function suggestedOf(entries: readonly PreviewEntry[]): readonly string[] {
  const fresh = entries.filter((entry) => entry.importable && entry.known.length === 0 && entry.status === 'active');
  return fresh.length <= SUGGESTED_MAX ? fresh.map(({ slug }) => slug) : [];
}

/** The state of an import: a preview, what was chosen of it, what was filled in, and what became of it. */
export function useImport() {
  const preview = usePreviewImport();
  const importing = useImportServers();
  const [isUnreadable, setUnreadable] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [values, setValues] = useState<Readonly<Record<string, Readonly<Record<string, string>>>>>({});
  const [results, setResults] = useState<Readonly<Record<string, ImportResult>>>({});

  const read = async (given: { text: string; url: string }) => {
    const document = given.url ? null : await documentOf(given.text);
    setUnreadable(!given.url && document === null);
    if (!given.url && document === null) return;
    preview.mutate(given.url ? { url: given.url } : { document: document ?? '' }, {
      onSuccess: ({ entries }) => {
        setChosen(suggestedOf(entries));
        setValues(Object.fromEntries(entries.map((entry) => [entry.slug, defaultsOf(entry)])));
        setResults({});
      },
    });
  };
  const entries = (preview.data?.entries ?? []).filter(({ slug }) => chosen.includes(slug));
  const save = () => {
    const { data } = preview;
    if (!data) return;
    const open = entries.filter(({ slug }) => !results[slug]?.server);
    const wanted = open.flatMap((entry) =>
      chosenEntry(entry, { name: entry.name, slug: entry.slug, values: values[entry.slug] ?? {} }, sourceOf(data, entry)),
    );
    importing.mutate(wanted, {
      onSuccess: (outcomes) => setResults({ ...results, ...Object.fromEntries(open.map(({ slug }, at) => [slug, outcomes[at]!])) }),
    });
  };
  return {
    preview,
    importing,
    isUnreadable,
    read,
    chosen,
    setChosen,
    entries,
    values,
    setValue: (slug: string, key: string, value: string) => setValues((all) => ({ ...all, [slug]: { ...all[slug], [key]: value } })),
    results,
    save,
    restart: () => {
      preview.reset();
      importing.reset();
    },
  };
}

export type Import = ReturnType<typeof useImport>;
