import { ActionIcon, Button, Group, PasswordInput, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { HeaderSlot } from './intake/parsed-server';
import { localText } from './local.text';
import { serversText } from './servers.text';

const text = serversText.add;

interface HeaderFieldsProps {
  headers: readonly HeaderSlot[];
  /** Whether these are variables of a program. */
  ofProgram?: boolean;
  secrets: Readonly<Record<string, string>>;
  onHeaders: (headers: HeaderSlot[]) => void;
  onSecrets: (secrets: Record<string, string>) => void;
}

interface SlotValueProps {
  slot: HeaderSlot;
  secret: string;
  onValue: (value: string) => void;
}

/** The value of one header, with what is known about it. */
function SlotValue({ slot, secret, onValue }: SlotValueProps) {
  const { name, hint, optional, choices } = slot;
  const isBearer = slot.secret && name.toLowerCase() === 'authorization' && slot.form === undefined;
  const description = [hint, optional && text.optional, isBearer && text.bearerHint].filter(Boolean).join(' ');
  const common = { label: `${text.headerValue} ${name}`, flex: 1, miw: 200, ...(description && { description }) };
  if (slot.secret)
    return <PasswordInput {...common} autoComplete="off" value={secret} onChange={(event) => onValue(event.currentTarget.value)} />;
  if (choices)
    return (
      <Select
        {...common}
        data={[...choices]}
        clearable={optional === true}
        value={slot.value || null}
        onChange={(value) => onValue(value ?? '')}
      />
    );
  return <TextInput {...common} value={slot.value ?? ''} onChange={(event) => onValue(event.currentTarget.value)} />;
}

/** The headers of an upstream connection. Values of secret ones are held by the caller, apart from the slots. */
export function HeaderFields({ headers, ofProgram = false, secrets, onHeaders, onSecrets }: HeaderFieldsProps) {
  const change = (index: number, slot: HeaderSlot) => onHeaders(headers.map((one, at) => (at === index ? slot : one)));
  const add = (slot: HeaderSlot) => onHeaders([...headers, slot]);
  const hasBearer = ofProgram || headers.some(({ name }) => name.toLowerCase() === 'authorization');
  return (
    <Stack gap="md">
      {headers.length === 0 && (
        <Text size="sm" c="dimmed">
          {ofProgram ? localText.noVariables : text.noCredentials}
        </Text>
      )}
      {headers.map((slot, index) => (
        <Group key={index} align="flex-end" gap="sm" wrap="wrap">
          <TextInput
            label={ofProgram ? localText.variable : text.headerName}
            w={200}
            maxLength={120}
            spellCheck={false}
            value={slot.name}
            onChange={(event) => change(index, { ...slot, name: event.currentTarget.value })}
          />
          <SlotValue
            slot={slot}
            secret={secrets[slot.name] ?? ''}
            onValue={(value) => (slot.secret ? onSecrets({ ...secrets, [slot.name]: value }) : change(index, { ...slot, value }))}
          />
          <Switch
            label={text.headerSecret}
            mb={8}
            checked={slot.secret === true}
            onChange={(event) =>
              change(index, event.currentTarget.checked ? { name: slot.name, secret: true } : { name: slot.name, value: '' })
            }
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            mb={4}
            aria-label={text.removeHeader(slot.name)}
            onClick={() => onHeaders(headers.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Group gap="sm">
        {!hasBearer && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => add({ name: 'Authorization', secret: true })}
          >
            {text.addBearer}
          </Button>
        )}
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} onClick={() => add({ name: '', secret: true })}>
          {ofProgram ? localText.addVariable : text.addHeader}
        </Button>
      </Group>
    </Stack>
  );
}
