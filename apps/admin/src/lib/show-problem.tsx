import { ApiProblem } from '@mcpnest/api-client';
import { Code, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { libText } from './lib.text';

/** What a person should read about a failure: the API's own words, or a plain sentence. */
export function problemWords(error: unknown): { title: string; detail: string | null; reference: string | null } {
  if (error instanceof ApiProblem) {
    const detail = error.status === 0 ? libText.offline : (error.detail ?? error.fields[0]?.message ?? null);
    return { title: error.title, detail, reference: error.reference };
  }
  return { title: libText.problemTitle, detail: error instanceof Error ? error.message : null, reference: null };
}

/** A toast with the problem's title, what to do and the id to quote. */
export function showProblem(error: unknown): void {
  const { title, detail, reference } = problemWords(error);
  notifications.show({
    color: 'red',
    title,
    autoClose: 10_000,
    role: 'alert',
    message: (
      <Stack gap={4}>
        {detail && <Text size="sm">{detail}</Text>}
        {reference && <Code w="fit-content">{libText.reference(reference)}</Code>}
      </Stack>
    ),
  });
}
