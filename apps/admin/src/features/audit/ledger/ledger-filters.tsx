import { Group } from '@mantine/core';
import { optionsOf } from '../../../lib/options-of';
import { ChoiceFilter } from '../../../patterns/choice-filter';
import { WordFilter } from '../../../patterns/word-filter';
import { auditText } from '../audit.text';
import type { LedgerSearch } from './ledger-search';
import { ledgerText as text } from './ledger.text';

interface FiltersProps {
  search: LedgerSearch;
  onSearch: (search: LedgerSearch) => void;
  workspaces: readonly { slug: string; name: string }[];
}

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
      <ChoiceFilter
        label={text.range}
        any={text.anyTime}
        width={150}
        data={optionsOf(auditText.calls.ranges)}
        value={search.range}
        onChange={(range) => onSearch({ ...search, range: range as LedgerSearch['range'], from: undefined, to: undefined })}
      />
      {word('event', text.filterEvent, text.filterEventHint)}
      {word('actor', text.filterActor)}
      {word('subject', text.filterSubject)}
      <ChoiceFilter
        label={text.workspace}
        any={text.allWorkspaces}
        width={200}
        searchable
        data={workspaces.map(({ slug, name }) => ({ value: slug, label: name }))}
        value={search.workspace}
        onChange={(workspace) => onSearch({ ...search, workspace })}
      />
    </Group>
  );
}
