import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { auditText } from './audit.text';
import type { CallsSearch, Range } from './calls-search';

const text = auditText.calls;
const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** Period, outcome and tool of the call log. */
export function CallsFilters({ search, onSearch }: { search: CallsSearch; onSearch: (search: CallsSearch) => void }) {
  const [tool, setTool] = useState(search.tool ?? '');
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={text.range}
        size="xs"
        w={150}
        allowDeselect={false}
        data={options(text.ranges)}
        value={search.range ?? 'd7'}
        onChange={(range) => onSearch({ ...search, range: (range ?? undefined) as Range | undefined })}
      />
      <Select
        label={text.outcome}
        size="xs"
        w={160}
        clearable
        clearButtonProps={{ 'aria-label': `${text.outcome}: –` }}
        data={options(text.outcomes)}
        value={search.outcome ?? null}
        onChange={(outcome) => onSearch({ ...search, outcome: outcome ?? undefined })}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSearch({ ...search, tool: tool.trim() || undefined });
        }}
      >
        <TextInput
          label={text.tool}
          size="xs"
          w={200}
          maxLength={200}
          data-search
          value={tool}
          onChange={(event) => setTool(event.currentTarget.value)}
          onBlur={() => {
            if (tool.trim() !== (search.tool ?? '')) onSearch({ ...search, tool: tool.trim() || undefined });
          }}
        />
      </form>
    </Group>
  );
}
