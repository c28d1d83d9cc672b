import { Group, Select } from '@mantine/core';
import { optionsOf } from '../../../lib/options-of';
import { useMe } from '../../../lib/session.queries';
import { ChoiceFilter } from '../../../patterns/choice-filter';
import { SearchFilter } from '../../../patterns/search-filter';
import type { QueueSearch } from './requests-search';
import { requestsText as text } from './requests.text';

interface ApprovalsFiltersProps {
  search: QueueSearch;
  onSearch: (search: QueueSearch) => void;
}

const ASSIGNEES = [
  { value: 'me', label: text.me },
  { value: 'none', label: text.nobody },
];

/** State, kind, workspace, assignee and words of the queue. */
export function ApprovalsFilters({ search, onSearch }: ApprovalsFiltersProps) {
  const { workspaces } = useMe();
  const pick = (key: 'kind' | 'workspace' | 'assignee', data: { value: string; label: string }[]) => (
    <ChoiceFilter
      label={text[key]}
      any={text.any}
      width={160}
      searchable={key === 'workspace'}
      data={data}
      value={search[key]}
      onChange={(value) => onSearch({ ...search, [key]: value })}
    />
  );
  return (
    <Group gap="sm" align="flex-end">
      <SearchFilter size="xs" width={240} label={text.search} value={search.q} onSearch={(q) => onSearch({ ...search, q })} />
      <Select
        label={text.state}
        size="xs"
        w={140}
        allowDeselect={false}
        data={[...optionsOf(text.states), { value: 'all', label: text.any }]}
        value={search.state ?? 'open'}
        onChange={(state) => onSearch({ ...search, state: (state ?? undefined) as QueueSearch['state'] })}
      />
      {pick('kind', optionsOf(text.kinds))}
      {pick('assignee', ASSIGNEES)}
      {workspaces.length > 1 &&
        pick(
          'workspace',
          workspaces.map(({ slug, name }) => ({ value: slug, label: name })),
        )}
    </Group>
  );
}
