import { Button, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import type { Webhook } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ConfirmRemoval } from '../../../patterns/confirm-removal';
import { DataTable } from '../../../patterns/data-table';
import { EmptyState } from '../../../patterns/empty-state';
import { Page } from '../../../patterns/page';
import { QueryView } from '../../../patterns/query-view';
import { SecretOnce } from '../../../patterns/secret-once';
import { Panel } from '../../../ui/panel';
import { DeliveriesDrawer } from './deliveries-drawer';
import { webhookColumns } from './webhook-columns';
import { WebhookForm } from './webhook-form';
import { useChangeWebhook, useRemoveWebhook, useRotateWebhook, useTestWebhook, webhooksQuery } from './webhooks.queries';
import { webhooksText as text } from './webhooks.text';

interface WebhooksPageProps {
  /** The webhook whose messages are open. */
  open: string | undefined;
  onOpen: (id: string | undefined) => void;
  tabs: ReactNode;
}

interface Secret {
  name: string;
  secret: string;
  rotated: boolean;
}

function SecretModal({ shown: { name, secret, rotated }, onClose }: { shown: Secret; onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={<Text fw={650}>{text.rotateTitle(name)}</Text>}
    >
      <Stack gap="md">
        {rotated && <Text size="sm">{text.rotated}</Text>}
        <SecretOnce secret={secret} label={text.secretLabel} variable="WEBHOOK_SECRET" onSaved={onClose} />
      </Stack>
    </Modal>
  );
}

/** Where events are sent to. `tabs` is the navigation of the settings. */
export function WebhooksPage({ open, onOpen, tabs }: WebhooksPageProps) {
  const webhooks = useQuery(webhooksQuery);
  const [change, test, rotate, remove] = [useChangeWebhook(), useTestWebhook(), useRotateWebhook(), useRemoveWebhook()];
  const [editing, setEditing] = useState<{ webhook: Webhook | null } | null>(null);
  const [removing, setRemoving] = useState<Webhook | null>(null);
  const [secret, setSecret] = useState<Secret | null>(null);
  const columns = webhookColumns({
    onEdit: (webhook) => setEditing({ webhook }),
    onTest: (webhook) =>
      test.mutate(webhook, {
        onSuccess: ({ state }) => notifications.show({ color: state === 'delivered' ? 'teal' : 'red', message: text.tested[state] }),
      }),
    onRotate: (webhook) => rotate.mutate(webhook, { onSuccess: (made) => setSecret({ ...made, rotated: true }) }),
    onSwitch: ({ id, enabled }) => change.mutate({ id, enabled: !enabled }),
    onMessages: ({ id }) => onOpen(id),
    onRemove: setRemoving,
  });
  return (
    <Page
      title={text.title}
      lead={text.lead}
      trail={tabs}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing({ webhook: null })}>
          {text.add}
        </Button>
      }
    >
      <Panel flush>
        <QueryView query={webhooks}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={IconWebhook} title={text.emptyTitle}>
                {text.empty}
              </EmptyState>
            ) : (
              <DataTable label={text.title} rows={rows} rowKey={({ id }) => id} columns={columns} />
            )
          }
        </QueryView>
      </Panel>
      {editing && (
        <WebhookForm
          webhook={editing.webhook}
          onClose={() => setEditing(null)}
          onMade={({ name, secret: made }) => {
            setEditing(null);
            setSecret({ name, secret: made, rotated: false });
          }}
        />
      )}
      {secret && <SecretModal shown={secret} onClose={() => setSecret(null)} />}
      <DeliveriesDrawer webhook={webhooks.data?.find(({ id }) => id === open)} onClose={() => onOpen(undefined)} />
      <ConfirmRemoval
        item={removing}
        removal={remove}
        onClose={() => setRemoving(null)}
        title={text.removeTitle(removing?.name ?? '')}
        confirmLabel={text.remove}
      >
        {text.removeLead}
      </ConfirmRemoval>
    </Page>
  );
}
