import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { problemWords } from '../lib/show-problem';
import { patternsText } from './patterns.text';

interface ProblemAlertProps {
  error: unknown;
  onRetry?: () => void;
  /** A next step that fits this place. */
  children?: ReactNode;
}

/** A failure in its place: what happened, what to do, and the id to quote. */
export function ProblemAlert({ error, onRetry, children }: ProblemAlertProps) {
  const { title, detail, reference } = problemWords(error);
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={title} role="alert">
      <Stack gap="xs">
        {detail && <Text size="sm">{detail}</Text>}
        {children}
        {(onRetry || reference) && (
          <Group gap="sm">
            {onRetry && (
              <Button size="xs" variant="default" onClick={onRetry}>
                {patternsText.retry}
              </Button>
            )}
            {reference && <Code>{patternsText.reference(reference)}</Code>}
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
