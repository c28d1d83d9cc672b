import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';

interface SearchFilterProps {
  label: string;
  value: string | undefined;
  /** Told once the typing pauses, with undefined where nothing is left. */
  onSearch: (words: string | undefined) => void;
  width?: number;
  /** Small beside small filters. */
  size?: 'xs' | 'sm';
}

/** The field of a list that the search key goes to. */
export function SearchFilter({ label, value, onSearch, width = 320, size = 'sm' }: SearchFilterProps) {
  const type = useDebouncedCallback((words: string) => onSearch(words.trim() || undefined), 200);
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={size === 'xs' ? 14 : 16} />}
      size={size}
      w={width}
      maw="100%"
      maxLength={128}
      data-search
      defaultValue={value ?? ''}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
