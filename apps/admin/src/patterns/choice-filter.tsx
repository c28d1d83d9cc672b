import { Select } from '@mantine/core';

interface ChoiceFilterProps {
  label: string;
  /** What stands there while nothing is chosen, and what clearing is called; without it clearing bears the label alone. */
  any?: string;
  data: readonly { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  width: number;
  searchable?: boolean;
}

/** One choice of several, or none, that a list is narrowed to. */
export function ChoiceFilter({ label, any, data, value, onChange, width, searchable = false }: ChoiceFilterProps) {
  return (
    <Select
      label={label}
      {...(any !== undefined && { placeholder: any })}
      size="xs"
      w={width}
      clearable
      searchable={searchable}
      clearButtonProps={{ 'aria-label': `${label}: ${any ?? '–'}` }}
      data={data}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
