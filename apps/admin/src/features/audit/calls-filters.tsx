import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { auditText } from './audit.text';
import type { CallsSearch, Range } from './calls-search';

const text = auditText.calls;
const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

interface FiltersProps {
  search: CallsSearch;
  onSearch: (search: CallsSearch) => void;
  /** Slugs and names to choose from, over all workspaces. */
  workspaces?: readonly { slug: string; name: string }[];
}

/** A text that is a filter once it is left or confirmed. */
function Word({ name, width, search, onSearch }: FiltersProps & { name: 'text' | 'tool' | 'server' | 'client'; width: number }) {
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
        label={text[name]}
        size="xs"
        w={width}
        maxLength={128}
        {...(name === 'text' ? { 'data-search': true, placeholder: text.textHint } : {})}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        onBlur={confirm}
      />
    </form>
  );
}

/** What the call log is narrowed to. Everything else is narrowed by a click on a value. */
export function CallsFilters(props: FiltersProps) {
  const { search, onSearch, workspaces } = props;
  const isBrushed = search.from !== undefined || search.to !== undefined;
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={text.range}
        size="xs"
        w={150}
        allowDeselect={false}
        data={[...options(text.ranges), ...(isBrushed ? [{ value: 'own', label: text.ownRange }] : [])]}
        value={isBrushed ? 'own' : (search.range ?? 'd7')}
        onChange={(range) =>
          range !== 'own' && onSearch({ ...search, range: (range ?? undefined) as Range | undefined, from: undefined, to: undefined })
        }
      />
      {workspaces && (
        <Select
          label={text.workspace}
          size="xs"
          w={170}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': `${text.workspace}: –` }}
          data={workspaces.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={search.workspace ?? null}
          onChange={(workspace) => onSearch({ ...search, workspace: workspace ?? undefined })}
        />
      )}
      <Select
        label={text.outcome}
        size="xs"
        w={150}
        clearable
        clearButtonProps={{ 'aria-label': `${text.outcome}: –` }}
        data={[{ value: 'failed', label: text.failed }, ...options(text.outcomes)]}
        value={search.outcome ?? null}
        onChange={(outcome) => onSearch({ ...search, outcome: outcome ?? undefined })}
      />
      <Select
        label={text.origin}
        size="xs"
        w={120}
        clearable
        clearButtonProps={{ 'aria-label': `${text.origin}: –` }}
        data={options(text.origins)}
        value={search.origin ?? null}
        onChange={(origin) => onSearch({ ...search, origin: (origin ?? undefined) as CallsSearch['origin'] })}
      />
      <Word key={`server-${search.server}`} name="server" width={120} {...props} />
      <Word key={`tool-${search.tool}`} name="tool" width={140} {...props} />
      <NumberInput
        key={`latency-${search.latencyMin}`}
        label={text.latencyMin}
        size="xs"
        w={110}
        min={0}
        suffix=" ms"
        hideControls
        defaultValue={search.latencyMin ?? ''}
        onBlur={(event) => {
          const typed = Number.parseFloat(event.currentTarget.value);
          const latencyMin = Number.isFinite(typed) ? typed : undefined;
          if (latencyMin !== search.latencyMin) onSearch({ ...search, latencyMin });
        }}
      />
      <Word key={`text-${search.text}`} name="text" width={190} {...props} />
    </Group>
  );
}
