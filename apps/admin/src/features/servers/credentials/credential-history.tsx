import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FormerCredential } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { DataTable, type Column } from '../../../patterns/data-table';
import { QueryView } from '../../../patterns/query-view';
import { TimeAgo } from '../../../patterns/time-ago';
import { Panel } from '../../../ui/panel';
import { slotLabel } from './credential-columns';
import { useRestoreCredential } from './credentials.mutations';
import { credentialHistoryQuery } from './credentials.queries';
import { credentialsText } from './credentials.text';

const text = credentialsText.history;

const columns = (onRestore: (former: FormerCredential) => void, isRestoring: boolean): Column<FormerCredential>[] => [
  {
    key: 'name',
    label: text.name,
    render: ({ name, version, last4, reference }) => (
      <Text size="sm">
        {slotLabel(name)}, {credentialsText.version(version)} {reference ?? (last4 && `…${last4}`)}
      </Text>
    ),
  },
  {
    key: 'set',
    label: text.set,
    render: ({ setAt, setBy }) => (
      <Text size="sm">
        <TimeAgo at={setAt} /> {setBy && credentialsText.by(setBy)}
      </Text>
    ),
  },
  {
    key: 'ended',
    label: text.ended,
    render: ({ retiredAt, retiredBy, why }) => (
      <Text size="sm">
        {text.why[why]} <TimeAgo at={retiredAt} /> {retiredBy && credentialsText.by(retiredBy)}
      </Text>
    ),
  },
  {
    key: 'restore',
    label: text.restore,
    render: (former) =>
      former.restorable ? (
        <Button size="compact-xs" variant="default" disabled={isRestoring} onClick={() => onRestore(former)}>
          {text.restore}
        </Button>
      ) : (
        <Text size="xs" c="dimmed">
          {text.gone}
        </Text>
      ),
  },
];

/** What the slots of a server had before, and the way back. */
export function CredentialHistory({ server }: { server: string }) {
  const history = useQuery(credentialHistoryQuery(server));
  const restore = useRestoreCredential(server);
  const bringBack = ({ id }: FormerCredential) =>
    restore.mutate(id, { onSuccess: () => notifications.show({ color: 'teal', message: text.restored }) });
  return (
    <Panel title={text.title} description={text.lead} flush>
      <QueryView query={history}>
        {(rows) =>
          rows.length === 0 ? (
            <Text size="sm" c="dimmed" p="md">
              {text.empty}
            </Text>
          ) : (
            <DataTable label={text.title} rows={rows} rowKey={({ id }) => id} columns={columns(bringBack, restore.isPending)} />
          )
        }
      </QueryView>
    </Panel>
  );
}
