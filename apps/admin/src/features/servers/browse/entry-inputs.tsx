import { PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import type { ImportInput } from '@mcpnest/api-client';
import { browseText as text } from './browse.text';

interface EntryInputsProps {
  inputs: readonly ImportInput[];
  values: Readonly<Record<string, string>>;
  /** Faults by key. */
  faults?: Readonly<Record<string, string>>;
  onValue: (key: string, value: string) => void;
}

function hintOf({ key, description, secret, required, sealed }: ImportInput): string | undefined {
  const hints = [
    description,
    sealed !== null && text.lifted,
    sealed === null && secret && required && text.openSlot,
    secret && key.toLowerCase() === 'authorization' && text.bearer,
  ];
  return hints.filter(Boolean).join(' ') || undefined;
}

/** What an entry asks for. Secret values are held by the caller and shown to nobody. */
export function EntryInputs({ inputs, values, faults = {}, onValue }: EntryInputsProps) {
  if (inputs.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {text.needsNothing}
      </Text>
    );
  return (
    <Stack gap="md">
      {inputs.map((input) => {
        const { key, choices, required, secret } = input;
        const common = {
          label: required ? key : `${key} (${text.optional})`,
          description: hintOf(input),
          error: faults[key],
          withAsterisk: required && !secret,
          value: values[key] ?? '',
          ...(input.placeholder ? { placeholder: input.placeholder } : {}),
        };
        if (choices.length > 0 && !secret)
          return <Select key={key} {...common} data={choices} clearable={!required} onChange={(value) => onValue(key, value ?? '')} />;
        const Field = secret ? PasswordInput : TextInput;
        return <Field key={key} {...common} autoComplete="off" onChange={(event) => onValue(key, event.currentTarget.value)} />;
      })}
    </Stack>
  );
}
