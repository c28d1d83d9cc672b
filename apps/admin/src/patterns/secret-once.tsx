import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { CodeBlock } from '../ui/code-block';
import { patternsText } from './patterns.text';

interface SecretOnceProps {
  /** Lives in this component's memory alone: never in a URL, a store or a cache. */
  secret: string;
  label: string;
  /** Name of the variable in the `.env` file offered. */
  variable?: string;
  onSaved: () => void;
}

/** Shows a secret the one time it exists and lets go of it when the reader says that it is kept. */
export function SecretOnce({ secret, label, variable, onSaved }: SecretOnceProps) {
  const [took, setTook] = useState(false);
  const [asking, setAsking] = useState(false);
  const download = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`${variable}=${secret}\n`], { type: 'text/plain' }));
    link.download = '.env';
    link.click();
    URL.revokeObjectURL(link.href);
    setTook(true);
  };
  return (
    <Stack gap="md">
      <Alert color="yellow" variant="light" icon={<IconShieldLock size={18} />} title={patternsText.onceTitle}>
        {patternsText.onceHint}
      </Alert>
      <CodeBlock text={secret} label={label} wrap onCopied={() => setTook(true)} />
      {asking && (
        <Alert color="red" variant="light" title={patternsText.savedFirst} role="alert">
          <Stack gap="xs">
            <Text size="sm">{patternsText.savedFirstHint}</Text>
            <Group gap="sm">
              <Button size="xs" variant="default" onClick={() => setAsking(false)}>
                {patternsText.goBack}
              </Button>
              <Button size="xs" color="red" onClick={onSaved}>
                {patternsText.closeAnyway}
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
      <Group justify="space-between" gap="sm">
        {variable ? (
          <Button variant="default" leftSection={<IconDownload size={16} />} onClick={download}>
            {patternsText.download}
          </Button>
        ) : (
          <span />
        )}
        <Button onClick={() => (took ? onSaved() : setAsking(true))}>{patternsText.saved}</Button>
      </Group>
    </Stack>
  );
}
