import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { optionsOf } from '../../../lib/options-of';
import { ChoiceFilter } from '../../../patterns/choice-filter';
import { SearchFilter } from '../../../patterns/search-filter';
import type { ChangesSearch } from './changes-search';
import { changesText as text } from './changes.text';
import { serverChoicesQuery } from './changes.queries';

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
  const pick = (key: 'kind' | 'change' | 'server', data: { value: string; label: string }[]) => (
    <ChoiceFilter
      label={text[key]}
      any={text.any}
      width={170}
      searchable={key === 'server'}
      data={data}
      value={search[key]}
      onChange={(value) => narrow({ [key]: value })}
    />
  );
  return (
    <Group gap="sm" align="flex-end">
      <SearchFilter size="xs" width={220} label={text.search} value={search.q} onSearch={(q) => narrow({ q })} />
      <Select
        label={text.state}
        size="xs"
        w={140}
        allowDeselect={false}
        data={[...optionsOf(text.states), { value: 'all', label: text.allStates }]}
        value={search.state ?? 'open'}
        onChange={(state) => narrow({ state: (state ?? undefined) as ChangesSearch['state'] })}
      />
      {pick('kind', optionsOf(text.kinds))}
      {pick('change', optionsOf(text.changes))}
      {withServer && pick('server', servers.data ?? [])}
    </Group>
  );
}
