import { ActionIcon, Button, Group, PasswordInput, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { HeaderSlot } from './intake/parsed-server';
import { serversText } from './servers.text';

const text = serversText.add;

interface HeaderFieldsProps {
  headers: readonly HeaderSlot[];
  secrets: Readonly<Record<string, string>>;
  onHeaders: (headers: HeaderSlot[]) => void;
  onSecrets: (secrets: Record<string, string>) => void;
}

/** The headers of an upstream connection. Values of secret ones are held by the caller, apart from the slots. */
export function HeaderFields({ headers, secrets, onHeaders, onSecrets }: HeaderFieldsProps) {
  const change = (index: number, slot: HeaderSlot) => onHeaders(headers.map((one, at) => (at === index ? slot : one)));
  const add = (slot: HeaderSlot) => onHeaders([...headers, slot]);
  const hasBearer = headers.some(({ name }) => name.toLowerCase() === 'authorization');
  return (
    <Stack gap="md">
      {headers.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.noCredentials}
        </Text>
      )}
      {headers.map((slot, index) => (
        <Group key={index} align="flex-end" gap="sm" wrap="wrap">
          <TextInput
            label={text.headerName}
            w={200}
            maxLength={120}
            spellCheck={false}
            value={slot.name}
            onChange={(event) => change(index, { ...slot, name: event.currentTarget.value })}
          />
          {slot.secret ? (
            <PasswordInput
              label={`${text.headerValue} ${slot.name}`}
              flex={1}
              miw={200}
              autoComplete="off"
              value={secrets[slot.name] ?? ''}
              {...(slot.name.toLowerCase() === 'authorization' ? { description: text.bearerHint } : {})}
              onChange={(event) => onSecrets({ ...secrets, [slot.name]: event.currentTarget.value })}
            />
          ) : (
            <TextInput
              label={`${text.headerValue} ${slot.name}`}
              flex={1}
              miw={200}
              value={slot.value ?? ''}
              onChange={(event) => change(index, { ...slot, value: event.currentTarget.value })}
            />
          )}
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
          {text.addHeader}
        </Button>
      </Group>
    </Stack>
  );
}
