import { TextInput } from '@mantine/core';
import { useState } from 'react';

interface WordFilterProps {
  label: string;
  /** What the list is narrowed to now. A new `key` for each, so that a change from elsewhere shows. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  width: number;
  /** The field that the search key goes to, with what it looks for. */
  searchHint?: string | undefined;
}

/** A text that is a filter once it is left or confirmed. */
export function WordFilter({ label, value, onChange, width, searchHint }: WordFilterProps) {
  const [typed, setTyped] = useState(value ?? '');
  const confirm = () => {
    if (typed.trim() !== (value ?? '')) onChange(typed.trim() || undefined);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <TextInput
        label={label}
        size="xs"
        w={width}
        maxLength={128}
        {...(searchHint !== undefined && { 'data-search': true, placeholder: searchHint })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={confirm}
      />
    </form>
  );
}
