import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import type { ServerRequest } from '@mcpnest/api-client';
import { useState } from 'react';
import { TimeAgo } from '../../../patterns/time-ago';
import { useCommentRequest } from './requests.mutations';
import { requestsText } from './requests.text';

const text = requestsText.comments;

/** What was said about a request; while it is open, more can be said. */
export function RequestComments({ request }: { request: ServerRequest }) {
  const comment = useCommentRequest();
  const [words, setWords] = useState('');
  return (
    <Stack gap="sm" component="section" aria-label={text.title}>
      <Title order={3} size="h5">
        {text.title}
      </Title>
      {request.comments.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      )}
      {request.comments.map(({ at, by, text: said }, index) => (
        <Stack key={`${at}-${index}`} gap={0}>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {by.name}
            </Text>
            <Text size="xs" c="dimmed">
              <TimeAgo at={at} />
            </Text>
          </Group>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {said}
          </Text>
        </Stack>
      ))}
      {request.state === 'open' && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (words.trim() !== '') comment.mutate({ request, text: words.trim() }, { onSuccess: () => setWords('') });
          }}
        >
          <Stack gap="xs" align="flex-start">
            <Textarea
              aria-label={text.field}
              placeholder={text.field}
              maxLength={2000}
              autosize
              minRows={2}
              w="100%"
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <Button type="submit" size="xs" variant="default" disabled={words.trim() === ''} loading={comment.isPending}>
              {text.add}
            </Button>
          </Stack>
        </form>
      )}
    </Stack>
  );
}
