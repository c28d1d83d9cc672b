import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useMe } from '../../../lib/session.queries';
import type { QueueSearch } from './requests-search';
import { requestsText as text } from './requests.text';

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

interface ApprovalsFiltersProps {
  search: QueueSearch;
  onSearch: (search: QueueSearch) => void;
}

/** State, kind, workspace, assignee and words of the queue. */
export function ApprovalsFilters({ search, onSearch }: ApprovalsFiltersProps) {
  const { workspaces } = useMe();
  const type = useDebouncedCallback((q: string) => onSearch({ ...search, q: q.trim() || undefined }), 200);
  const pick = (label: string, key: 'kind' | 'workspace' | 'assignee', data: { value: string; label: string }[]) => (
    <Select
      label={label}
      placeholder={text.any}
      size="xs"
      w={160}
      clearable
      clearButtonProps={{ 'aria-label': `${label}: ${text.any}` }}
      searchable={key === 'workspace'}
      data={data}
      value={search[key] ?? null}
      onChange={(value) => onSearch({ ...search, [key]: value ?? undefined })}
    />
  );
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        aria-label={text.search}
        placeholder={text.search}
        leftSection={<IconSearch size={14} />}
        size="xs"
        w={240}
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
        data={[...options(text.states), { value: 'all', label: text.any }]}
        value={search.state ?? 'open'}
        onChange={(state) => onSearch({ ...search, state: (state ?? undefined) as QueueSearch['state'] })}
      />
      {pick(text.kind, 'kind', options(text.kinds))}
      {pick(text.assignee, 'assignee', [
        { value: 'me', label: text.me },
        { value: 'none', label: text.nobody },
      ])}
      {workspaces.length > 1 &&
        pick(
          text.workspace,
          'workspace',
          workspaces.map(({ slug, name }) => ({ value: slug, label: name })),
        )}
    </Group>
  );
}
