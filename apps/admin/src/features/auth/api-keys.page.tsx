import { ActionIcon, Button, Code, Text } from '@mantine/core';
import { IconKey, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ApiKey } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ConfirmRemoval } from '../../patterns/confirm-removal';
import { DataTable, type Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { Page } from '../../patterns/page';
import { QueryView } from '../../patterns/query-view';
import { TimeAgo } from '../../patterns/time-ago';
import { Panel } from '../../ui/panel';
import { ApiKeyCreate } from './api-key-create';
import { useDeleteApiKey } from './auth.mutations';
import { apiKeysQuery } from './auth.queries';
import { authText } from './auth.text';

const text = authText.apiKeys;

const columns = (onRemove: (key: ApiKey) => void): Column<ApiKey>[] => [
  {
    key: 'name',
    label: text.name,
    render: (key) => (
      <>
        <Text size="sm" fw={600}>
          {key.name}
        </Text>
        <Code>mna_…{key.last4}</Code>
      </>
    ),
  },
  { key: 'scopes', label: text.scopes, render: (key) => <Text size="sm">{key.scopes?.join(', ') ?? text.everything}</Text> },
  { key: 'used', label: text.lastUsed, render: (key) => <TimeAgo at={key.lastUsedAt} /> },
  { key: 'expires', label: text.expiry, render: (key) => <TimeAgo at={key.expiresAt} never={text.noExpiry} /> },
  { key: 'created', label: text.created, render: (key) => <TimeAgo at={key.createdAt} /> },
  {
    key: 'actions',
    label: text.actions,
    quiet: true,
    align: 'right',
    render: (key) => (
      <ActionIcon variant="subtle" color="red" aria-label={`${text.remove}: ${key.name}`} onClick={() => onRemove(key)}>
        <IconTrash size={16} />
      </ActionIcon>
    ),
  },
];

/** The signed-in person's own API keys. `tabs` is the navigation of the settings. */
export function ApiKeysPage({ tabs }: { tabs: ReactNode }) {
  const keys = useQuery(apiKeysQuery);
  const remove = useDeleteApiKey();
  const [creating, setCreating] = useState(false);
  const [removing, setRemoving] = useState<ApiKey | null>(null);
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {text.create}
    </Button>
  );
  return (
    <Page title={text.title} lead={text.lead} actions={create} trail={tabs}>
      <Panel flush>
        <QueryView query={keys}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={IconKey} title={text.emptyTitle} doc={{ href: '/api/docs', label: text.doc }}>
                {text.empty}
              </EmptyState>
            ) : (
              <DataTable label={text.title} columns={columns(setRemoving)} rows={rows} rowKey={(key) => key.id} />
            )
          }
        </QueryView>
      </Panel>
      <ApiKeyCreate opened={creating} onClose={() => setCreating(false)} />
      <ConfirmRemoval
        item={removing?.id ?? null}
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
