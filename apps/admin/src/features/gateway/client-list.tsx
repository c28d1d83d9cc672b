import { Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './client-list.module.css';
import { CLIENT_TEMPLATES } from './client-template';
import { connectText as text } from './connect.text';

/** All clients, searchable; one is chosen. */
export function ClientList({ chosen, onChoose }: { chosen: string; onChoose: (id: string) => void }) {
  const [words, setWords] = useState('');
  const shown = CLIENT_TEMPLATES.filter(({ id, label }) => `${id} ${label}`.toLowerCase().includes(words.trim().toLowerCase()));
  return (
    <Stack gap="xs">
      <TextInput
        aria-label={text.search}
        placeholder={text.search}
        leftSection={<IconSearch size={16} />}
        value={words}
        data-search
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.nothing}
        </Text>
      )}
      <div className={classes['list']} role="group" aria-label={text.clients}>
        {shown.map(({ id, label }) => (
          <UnstyledButton key={id} className={classes['client'] ?? ''} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
            {label}
          </UnstyledButton>
        ))}
      </div>
    </Stack>
  );
}
