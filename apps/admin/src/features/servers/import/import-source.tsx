import { Alert, Button, Divider, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { Panel } from '../../../ui/panel';
import { serversText } from '../servers.text';
import { importText as text } from './import.text';
import type { Import } from './use-import';

/** Where the servers come from: pasted text or an address. */
export function ImportSource({ state }: { state: Import }) {
  const [pasted, setPasted] = useState('');
  const [url, setUrl] = useState('');
  const isBoth = pasted.trim() !== '' && url.trim() !== '';
  return (
    <Panel>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void state.read({ text: pasted, url: url.trim() });
        }}
      >
        <Stack gap="md">
          <Textarea
            label={text.paste}
            description={text.pasteHint}
            autosize
            minRows={6}
            maxRows={18}
            spellCheck={false}
            autoFocus
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
          />
          <Divider label={text.or} />
          <TextInput
            label={text.url}
            description={text.urlHint}
            type="url"
            spellCheck={false}
            value={url}
            error={isBoth ? text.both : undefined}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          {state.isUnreadable && (
            <Alert color="yellow" variant="light" role="alert">
              {serversText.add.nothing}
            </Alert>
          )}
          {state.preview.error && <ProblemAlert error={state.preview.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={state.preview.isPending} disabled={isBoth || (pasted.trim() === '' && url.trim() === '')}>
              {text.preview}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
