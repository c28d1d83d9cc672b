import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';

/** A search that goes into the address once the typing pauses. */
export function SearchBox({ label, value, onSearch }: { label: string; value: string; onSearch: (text: string) => void }) {
  const type = useDebouncedCallback(onSearch, 200);
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} />}
      w={320}
      maw="100%"
      data-search
      defaultValue={value}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
