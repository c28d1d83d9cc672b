import { Button, CloseButton, Group, Text } from '@mantine/core';
import classes from './filter-chips.module.css';
import { patternsText } from './patterns.text';

export interface FilterChip {
  key: string;
  name: string;
  value: string;
}

/** The filters in force, each visible and removable; they are the URL's own. */
export function FilterChips({
  chips,
  onRemove,
  onClear,
}: {
  chips: readonly FilterChip[];
  onRemove: (key: string) => void;
  onClear: () => void;
}) {
  if (chips.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={patternsText.filters}>
      {chips.map((chip) => (
        <span key={chip.key} className={classes['chip']}>
          <Text span size="xs" c="dimmed">
            {chip.name}
          </Text>
          <Text span size="xs" fw={600}>
            {chip.value}
          </Text>
          <CloseButton size="sm" onClick={() => onRemove(chip.key)} aria-label={patternsText.removeFilter(chip.name, chip.value)} />
        </span>
      ))}
      <Button size="compact-xs" variant="subtle" onClick={onClear}>
        {patternsText.clearFilters}
      </Button>
    </Group>
  );
}
