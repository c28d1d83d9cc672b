import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLock } from '@tabler/icons-react';
import type { Credential } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../lib/permissions';
import { ConfirmDanger } from '../../patterns/confirm-danger';
import { DataTable, type Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { permissionWords } from '../../patterns/permission-gate';
import { ProblemAlert } from '../../patterns/problem-alert';
import { QueryView } from '../../patterns/query-view';
import { TimeAgo } from '../../patterns/time-ago';
import { Panel } from '../../ui/panel';
import { StatusDot } from '../../ui/status-dot';
import { completeValue } from './intake/lift-secrets';
import { useClearCredentials, useSetCredentials } from './servers.mutations';
import { credentialsQuery } from './servers.queries';
import { serversText } from './servers.text';

const text = serversText.credentials;

const columns = (values: Record<string, string>, onValue: ((name: string, value: string) => void) | null): Column<Credential>[] => [
  {
    key: 'name',
    label: text.name,
    render: ({ name }) => (
      <Text size="sm" ff="monospace">
        {name}
      </Text>
    ),
  },
  {
    key: 'state',
    label: text.state,
    render: ({ set }) => <StatusDot tone={set ? 'good' : 'warn'} label={set ? text.set : text.missing} />,
  },
  {
    key: 'ending',
    label: text.ending,
    render: ({ last4 }) => (
      <Text size="sm" ff="monospace">
        {last4 ? `…${last4}` : text.dash}
      </Text>
    ),
  },
  { key: 'updated', label: text.updated, render: ({ updatedAt }) => <TimeAgo at={updatedAt} never={text.dash} /> },
  { key: 'used', label: text.used, render: ({ lastUsedAt }) => <TimeAgo at={lastUsedAt} /> },
  ...(onValue
    ? [
        {
          key: 'enter',
          label: text.enter,
          width: 280,
          render: ({ name }: Credential) => (
            <PasswordInput
              size="xs"
              aria-label={`${text.enter}: ${name}`}
              autoComplete="off"
              value={values[name] ?? ''}
              onChange={(event) => onValue(name, event.currentTarget.value)}
            />
          ),
        },
      ]
    : []),
];

/** What is set, never what it is. New values replace old ones. */
export function CredentialsTab({ slug }: { slug: string }) {
  const credentials = useQuery(credentialsQuery(slug));
  const save = useSetCredentials(slug);
  const clear = useClearCredentials(slug);
  const mayWrite = useCan('credentials:write');
  const [values, setValues] = useState<Record<string, string>>({});
  const [clearing, setClearing] = useState(false);
  const entered = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === '' ? [] : [[name, completeValue(name, value)]])),
  );
  const done = () => {
    setValues({});
    notifications.show({ color: 'teal', message: text.saved });
  };
  return (
    <Panel title={text.title} description={mayWrite ? text.lead : permissionWords('credentials:write')} flush>
      <QueryView query={credentials}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconLock} title={text.emptyTitle}>
              {text.empty}
            </EmptyState>
          ) : (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                save.mutate(entered, { onSuccess: done });
              }}
            >
              <Stack gap="md" pb="md">
                <DataTable
                  label={text.title}
                  rows={rows}
                  rowKey={({ name }) => name}
                  columns={columns(values, mayWrite ? (name, value) => setValues({ ...values, [name]: value }) : null)}
                />
                {save.error && <ProblemAlert error={save.error} />}
                {mayWrite && (
                  <Group justify="flex-end" px="md" gap="sm">
                    <Button variant="default" color="red" disabled={!rows.some(({ set }) => set)} onClick={() => setClearing(true)}>
                      {text.clear}
                    </Button>
                    <Button type="submit" disabled={Object.keys(entered).length === 0} loading={save.isPending}>
                      {text.save}
                    </Button>
                  </Group>
                )}
              </Stack>
            </form>
          )
        }
      </QueryView>
      <ConfirmDanger
        opened={clearing}
        onClose={() => setClearing(false)}
        title={text.clearTitle}
        confirmLabel={text.clear}
        pending={clear.isPending}
        error={clear.error}
        onConfirm={() => clear.mutate(undefined, { onSuccess: () => setClearing(false) })}
      >
        {text.clearLead}
      </ConfirmDanger>
    </Panel>
  );
}
