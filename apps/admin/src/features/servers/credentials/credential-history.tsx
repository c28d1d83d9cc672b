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
import type { CredentialSource } from './credential-source';
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

interface FormerValuesProps {
  source: CredentialSource;
  rows: readonly FormerCredential[];
}

function FormerValues({ source, rows }: FormerValuesProps) {
  const restore = useRestoreCredential(source);
  const bringBack = ({ id }: FormerCredential) =>
    restore.mutate(id, { onSuccess: () => notifications.show({ color: 'teal', message: text.restored }) });
  return <DataTable label={text.title} rows={rows} rowKey={({ id }) => id} columns={columns(bringBack, restore.isPending)} />;
}

/** What the slots of a server had before, and the way back. */
export function CredentialHistory({ server }: { server: string }) {
  const source = { of: 'everybody', server } as const;
  const history = useQuery(credentialHistoryQuery(source));
  return (
    <Panel title={text.title} description={text.lead} flush>
      <QueryView query={history}>
        {(rows) =>
          rows.length === 0 ? (
            <Text size="sm" c="dimmed" p="md">
              {text.empty}
            </Text>
          ) : (
            <FormerValues source={source} rows={rows} />
          )
        }
      </QueryView>
    </Panel>
  );
}

/** The same of a workspace or of oneself; nothing where nothing was replaced. */
export function OverrideHistory({ source }: { source: CredentialSource }) {
  const { data = [] } = useQuery(credentialHistoryQuery(source));
  if (data.length === 0) return null;
  return (
    <details>
      <Text component="summary" size="sm" px="md" py="sm">
        {text.title} ({data.length})
      </Text>
      <FormerValues source={source} rows={data} />
    </details>
  );
}
