import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { ProblemAlert } from '../../patterns/problem-alert';
import { connectText as text } from './connect.text';

interface TokenChoiceProps {
  /** The token made on this page, if any; it lives in the page's memory alone. */
  token: string | null;
  mayMake: boolean;
  onMake: () => Promise<void>;
}

/** A new token, or the reader's own. */
export function TokenChoice({ token, mayMake, onMake }: TokenChoiceProps) {
  const [mode, setMode] = useState<'new' | 'have'>(mayMake ? 'new' : 'have');
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const make = () => {
    setPending(true);
    setError(null);
    onMake()
      .catch(setError)
      .finally(() => setPending(false));
  };
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600} id="token-choice">
        {text.token}
      </Text>
      <SegmentedControl
        aria-labelledby="token-choice"
        w="fit-content"
        value={mode}
        onChange={(value) => setMode(value === 'new' ? 'new' : 'have')}
        data={[
          { value: 'new', label: text.tokenNew, disabled: !mayMake },
          { value: 'have', label: text.tokenHave },
        ]}
      />
      {!mayMake && (
        <Text size="sm" c="dimmed">
          {text.mayNot}
        </Text>
      )}
      {mode === 'new' && token === null && mayMake && (
        <Group>
          <Button leftSection={<IconKey size={16} />} variant="light" loading={pending} onClick={make}>
            {text.tokenMake}
          </Button>
        </Group>
      )}
      {token !== null && (
        <Alert color="teal" variant="light">
          {text.tokenMade}
        </Alert>
      )}
      {mode === 'have' && token === null && (
        <Text size="sm" c="dimmed">
          {text.tokenHaveHint}
        </Text>
      )}
      {error !== null && <ProblemAlert error={error} />}
    </Stack>
  );
}
