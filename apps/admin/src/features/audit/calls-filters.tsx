import { Group, NumberInput, Select } from '@mantine/core';
import { optionsOf } from '../../lib/options-of';
import { ChoiceFilter } from '../../patterns/choice-filter';
import { WordFilter } from '../../patterns/word-filter';
import { auditText } from './audit.text';
import type { CallsSearch, Range } from './calls-search';

const text = auditText.calls;

interface FiltersProps {
  search: CallsSearch;
  onSearch: (search: CallsSearch) => void;
  /** Slugs and names to choose from, over all workspaces. */
  workspaces?: readonly { slug: string; name: string }[];
}

/** What the call log is narrowed to. Everything else is narrowed by a click on a value. */
export function CallsFilters({ search, onSearch, workspaces }: FiltersProps) {
  const isBrushed = search.from !== undefined || search.to !== undefined;
  const word = (name: 'text' | 'tool' | 'server', width: number, searchHint?: string) => (
    <WordFilter
      key={`${name}-${search[name]}`}
      {...{ label: text[name], width, searchHint }}
      value={search[name]}
      onChange={(value) => onSearch({ ...search, [name]: value })}
    />
  );
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={text.range}
        size="xs"
        w={150}
        allowDeselect={false}
        data={[...optionsOf(text.ranges), ...(isBrushed ? [{ value: 'own', label: text.ownRange }] : [])]}
        value={isBrushed ? 'own' : (search.range ?? 'd7')}
        onChange={(range) =>
          range !== 'own' && onSearch({ ...search, range: (range ?? undefined) as Range | undefined, from: undefined, to: undefined })
        }
      />
      {workspaces && (
        <ChoiceFilter
          label={text.workspace}
          width={170}
          searchable
          data={workspaces.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={search.workspace}
          onChange={(workspace) => onSearch({ ...search, workspace })}
        />
      )}
      <ChoiceFilter
        label={text.outcome}
        width={150}
        data={[{ value: 'failed', label: text.failed }, ...optionsOf(text.outcomes)]}
        value={search.outcome}
        onChange={(outcome) => onSearch({ ...search, outcome })}
      />
      <ChoiceFilter
        label={text.origin}
        width={120}
        data={optionsOf(text.origins)}
        value={search.origin}
        onChange={(origin) => onSearch({ ...search, origin: origin as CallsSearch['origin'] })}
      />
      {word('server', 120)}
      {word('tool', 140)}
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
      {word('text', 190, text.textHint)}
    </Group>
  );
}
