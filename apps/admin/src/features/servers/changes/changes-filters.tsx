import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ChangesSearch } from './changes-search';
import { changesText as text } from './changes.text';
import { serverChoicesQuery } from './changes.queries';

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

interface ChangesFiltersProps {
  search: ChangesSearch;
  onSearch: (search: ChangesSearch) => void;
  /** The page of one server does not ask which. */
  withServer: boolean;
}

/** Words, state, kind, sort of change and server. All of it is in the address of the page. */
export function ChangesFilters({ search, onSearch, withServer }: ChangesFiltersProps) {
  const servers = useQuery({ ...serverChoicesQuery, enabled: withServer });
  const narrow = (filter: ChangesSearch) => onSearch({ ...search, ...filter, item: undefined });
  const type = useDebouncedCallback((q: string) => narrow({ q: q.trim() || undefined }), 200);
  const pick = (label: string, key: 'kind' | 'change' | 'server', data: { value: string; label: string }[]) => (
    <Select
      label={label}
      placeholder={text.any}
      size="xs"
      w={170}
      clearable
      clearButtonProps={{ 'aria-label': `${label}: ${text.any}` }}
      searchable={key === 'server'}
      data={data}
      value={search[key] ?? null}
      onChange={(value) => narrow({ [key]: value ?? undefined })}
    />
  );
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        aria-label={text.search}
        placeholder={text.search}
        leftSection={<IconSearch size={14} />}
        size="xs"
        w={220}
        maxLength={128}
        data-search
        defaultValue={search.q ?? ''}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        label={text.state}
        size="xs"
        w={140}
        allowDeselect={false}
        data={[...options(text.states), { value: 'all', label: text.allStates }]}
        value={search.state ?? 'open'}
        onChange={(state) => narrow({ state: (state ?? undefined) as ChangesSearch['state'] })}
      />
      {pick(text.kind, 'kind', options(text.kinds))}
      {pick(text.change, 'change', options(text.changes))}
      {withServer && pick(text.server, 'server', servers.data ?? [])}
    </Group>
  );
}
