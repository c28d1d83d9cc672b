import { Button, Code, Drawer, Group, Stack, Text } from '@mantine/core';
import type { Webhook, WebhookDelivery } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { formatDateTime } from '../../../lib/format';
import { problemTitle } from '../../../lib/problem-title';
import { patternsText } from '../../../patterns/patterns.text';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import { StatusDot } from '../../../ui/status-dot';
import { deliveriesQuery, useReplay } from './webhooks.queries';
import { webhooksText as text } from './webhooks.text';

const TONES = { waiting: 'warn', delivered: 'good', dead: 'bad' } as const;

function Delivery({ delivery, webhookId }: { delivery: WebhookDelivery; webhookId: string }) {
  const replay = useReplay(webhookId);
  const { id, type, state, attempts, nextAt, createdAt } = delivery;
  return (
    <Panel>
      <Stack gap={4}>
        <Group justify="space-between" gap="xs">
          <Code>{type}</Code>
          <StatusDot tone={TONES[state]} label={text.states[state]} />
        </Group>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {formatDateTime(createdAt)} · {id}
        </Text>
        {attempts.map(({ at, status, problem, durationMs }) => (
          <Text key={at} size="xs">
            {text.attempt(formatDateTime(at), problem === null ? text.taken(status ?? 0) : (problemTitle(problem) ?? problem), durationMs)}
          </Text>
        ))}
        {nextAt && <Text size="xs">{text.next(formatDateTime(nextAt))}</Text>}
        <Group>
          <Button size="compact-xs" variant="default" loading={replay.isPending} onClick={() => replay.mutate(id)}>
            {text.replay}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

function Deliveries({ webhookId }: { webhookId: string }) {
  const deliveries = useInfiniteQuery(deliveriesQuery(webhookId));
  return (
    <QueryView query={deliveries}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.data);
        return (
          <Stack gap="sm">
            {rows.length === 0 && <Text size="sm">{text.noMessages}</Text>}
            {rows.map((delivery) => (
              <Delivery key={delivery.id} delivery={delivery} webhookId={webhookId} />
            ))}
            {deliveries.hasNextPage && (
              <Button variant="default" size="xs" loading={deliveries.isFetchingNextPage} onClick={() => void deliveries.fetchNextPage()}>
                {text.more}
              </Button>
            )}
          </Stack>
        );
      }}
    </QueryView>
  );
}

/** What was sent to a webhook, and what became of it. */
export function DeliveriesDrawer({ webhook, onClose }: { webhook: Webhook | undefined; onClose: () => void }) {
  return (
    <Drawer
      opened={webhook !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={<Text fw={650}>{text.messagesOf(webhook?.name ?? '')}</Text>}
      closeButtonProps={{ 'aria-label': patternsText.close }}
    >
      {webhook && <Deliveries webhookId={webhook.id} />}
    </Drawer>
  );
}
