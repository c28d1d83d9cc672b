import { ActionIcon, Anchor, Group, Menu, Stack, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Webhook } from '@mcpnest/api-client';
import { formatDateTime } from '../../../lib/format';
import type { Column } from '../../../patterns/data-table';
import { StatusDot } from '../../../ui/status-dot';
import { webhooksText as text } from './webhooks.text';

export interface WebhookActions {
  onEdit: (webhook: Webhook) => void;
  onTest: (webhook: Webhook) => void;
  onRotate: (webhook: Webhook) => void;
  onSwitch: (webhook: Webhook) => void;
  onMessages: (webhook: Webhook) => void;
  onRemove: (webhook: Webhook) => void;
}

function State({ webhook: { enabled, problem, formerSecretUntil } }: { webhook: Webhook }) {
  return (
    <Stack gap={2}>
      <StatusDot tone={enabled ? 'good' : problem ? 'bad' : 'idle'} label={enabled ? text.on : text.off} />
      {problem && <Text size="xs">{problem}</Text>}
      {formerSecretUntil && (
        <Text size="xs" c="dimmed">
          {text.formerUntil(formatDateTime(formerSecretUntil))}
        </Text>
      )}
    </Stack>
  );
}

function RowMenu({ webhook, actions }: { webhook: Webhook; actions: WebhookActions }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={text.menu(webhook.name)}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => actions.onTest(webhook)}>{text.test}</Menu.Item>
        <Menu.Item onClick={() => actions.onMessages(webhook)}>{text.messages}</Menu.Item>
        <Menu.Item onClick={() => actions.onEdit(webhook)}>{text.edit}</Menu.Item>
        <Menu.Item onClick={() => actions.onRotate(webhook)}>{text.rotate}</Menu.Item>
        <Menu.Item onClick={() => actions.onSwitch(webhook)}>{webhook.enabled ? text.switchOff : text.switchOn}</Menu.Item>
        <Menu.Item color="red" onClick={() => actions.onRemove(webhook)}>
          {text.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export const webhookColumns = (actions: WebhookActions): Column<Webhook>[] => [
  {
    key: 'name',
    label: text.name,
    render: (webhook) => (
      <Stack gap={0} maw={360}>
        <Group gap="xs">
          <Anchor component="button" type="button" size="sm" fw={600} onClick={() => actions.onMessages(webhook)}>
            {webhook.name}
          </Anchor>
        </Group>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {webhook.url}
        </Text>
      </Stack>
    ),
  },
  { key: 'events', label: text.events, render: ({ events }) => <Text size="sm">{events.join(', ')}</Text> },
  { key: 'state', label: text.state, render: (webhook) => <State webhook={webhook} /> },
  {
    key: 'actions',
    label: text.actions,
    quiet: true,
    align: 'right',
    render: (webhook) => <RowMenu webhook={webhook} actions={actions} />,
  },
];
