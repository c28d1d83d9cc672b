import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { auditText } from '../audit.text';
import type { LedgerSearch } from './ledger-search';
import { ledgerText as text } from './ledger.text';

interface FiltersProps {
  search: LedgerSearch;
  onSearch: (search: LedgerSearch) => void;
  workspaces: readonly { slug: string; name: string }[];
}
interface WordProps extends Omit<FiltersProps, 'workspaces'> {
  name: 'event' | 'actor' | 'subject';
  label: string;
  hint?: string;
}

/** A text that is a filter once it is left or confirmed. */
function Word({ name, label, hint, search, onSearch }: WordProps) {
  const [value, setValue] = useState(search[name] ?? '');
  const confirm = () => {
    if (value.trim() !== (search[name] ?? '')) onSearch({ ...search, [name]: value.trim() || undefined });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <TextInput
        label={label}
        size="xs"
        w={180}
        maxLength={128}
        {...(hint ? { placeholder: hint, 'data-search': true } : {})}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        onBlur={confirm}
      />
    </form>
  );
}

const RANGE_OPTIONS = Object.entries(auditText.calls.ranges).map(([value, label]) => ({ value, label }));

/** What the ledger is narrowed to. */
export function LedgerFilters({ search, onSearch, workspaces }: FiltersProps) {
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
      <Word key={`event-${search.event}`} name="event" label={text.filterEvent} hint={text.filterEventHint} {...{ search, onSearch }} />
      <Word key={`actor-${search.actor}`} name="actor" label={text.filterActor} {...{ search, onSearch }} />
      <Word key={`subject-${search.subject}`} name="subject" label={text.filterSubject} {...{ search, onSearch }} />
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
