import { Group, Loader, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Call } from '@mcpnest/api-client';
import { useState } from 'react';
import { formatMs } from '../../lib/format';
import { auditText } from './audit.text';
import classes from './first-call.module.css';
import { useCallStream } from './use-call-stream';

const text = auditText.first;

/** A tool that answers, even with an error of its own, proves that the whole way works. */
export const reachedTool = ({ outcome }: Call): boolean => outcome === 'success' || outcome === 'tool_error';

interface FirstCallProps {
  slug: string;
  /** Only calls made with this token count; null waits for any. */
  tokenId: string | null;
  /** The token was used, though not yet for a call. */
  connected?: boolean;
  onCall?: (call: Call) => void;
}

/** Waits for the first call of a token and turns green when it comes. */
export function FirstCall({ slug, tokenId, connected = false, onCall }: FirstCallProps) {
  const [call, setCall] = useState<Call | null>(null);
  useCallStream({
    slug,
    enabled: !call || !reachedTool(call),
    onCalls: (calls) => {
      const own = calls.filter((one) => tokenId === null || one.tokenId === tokenId);
      const best = own.find(reachedTool) ?? own[0];
      if (!best) return;
      setCall(best);
      onCall?.(best);
    },
  });
  const works = call !== null && reachedTool(call);
  return (
    <Group
      className={classes['box'] ?? ''}
      data-works={works || undefined}
      gap="md"
      wrap="nowrap"
      role="status"
      aria-live="polite"
      data-testid="first-call"
    >
      {works ? (
        <ThemeIcon color="teal" radius="xl" size={28} aria-hidden="true">
          <IconCheck size={18} />
        </ThemeIcon>
      ) : (
        <Loader size={24} aria-hidden="true" />
      )}
      <Stack gap={2}>
        <Text size="sm" fw={600}>
          {works ? text.doneTitle : connected ? text.connected : text.waiting}
        </Text>
        <Text size="sm" c="dimmed">
          {call === null
            ? text.waitingHint
            : works
              ? text.done(call.clientName ?? text.someClient, call.publishedName, formatMs(call.latencyMs))
              : text.refused(call.publishedName, auditText.calls.outcomes[call.outcome] ?? call.outcome)}
        </Text>
      </Stack>
    </Group>
  );
}
