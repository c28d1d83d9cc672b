import { Group, Select } from '@mantine/core';
import { WordFilter } from '../../../patterns/word-filter';
import { auditText } from '../audit.text';
import type { LedgerSearch } from './ledger-search';
import { ledgerText as text } from './ledger.text';

interface FiltersProps {
  search: LedgerSearch;
  onSearch: (search: LedgerSearch) => void;
  workspaces: readonly { slug: string; name: string }[];
}

const RANGE_OPTIONS = Object.entries(auditText.calls.ranges).map(([value, label]) => ({ value, label }));

/** What the ledger is narrowed to. */
export function LedgerFilters({ search, onSearch, workspaces }: FiltersProps) {
  const word = (name: 'event' | 'actor' | 'subject', label: string, searchHint?: string) => (
    <WordFilter
      key={`${name}-${search[name]}`}
      {...{ label, searchHint }}
      width={180}
      value={search[name]}
      onChange={(value) => onSearch({ ...search, [name]: value })}
    />
  );
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={text.range}
        placeholder={text.anyTime}
        size="xs"
        w={150}
        clearable
        clearButtonProps={{ 'aria-label': text.anyTime }}
        data={RANGE_OPTIONS}
        value={search.range ?? null}
        onChange={(range) => onSearch({ ...search, range: (range ?? undefined) as LedgerSearch['range'], from: undefined, to: undefined })}
      />
      {word('event', text.filterEvent, text.filterEventHint)}
      {word('actor', text.filterActor)}
      {word('subject', text.filterSubject)}
      <Select
        label={text.workspace}
        placeholder={text.allWorkspaces}
        size="xs"
        w={200}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': text.allWorkspaces }}
        data={workspaces.map(({ slug, name }) => ({ value: slug, label: name }))}
        value={search.workspace ?? null}
        onChange={(workspace) => onSearch({ ...search, workspace: workspace ?? undefined })}
      />
    </Group>
  );
}
