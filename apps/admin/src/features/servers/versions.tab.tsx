import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Server, Version } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '../../lib/format';
import { useCan } from '../../lib/permissions';
import { DataTable, type Column } from '../../patterns/data-table';
import { PermissionGate } from '../../patterns/permission-gate';
import { QueryView } from '../../patterns/query-view';
import { TimeAgo } from '../../patterns/time-ago';
import { Panel } from '../../ui/panel';
import type { Decision } from './servers.mutations';
import { versionsQuery } from './servers.queries';
import { serversText } from './servers.text';
import { addressOf } from './transport-words';
import { VersionBadge } from './version-badge';
import { VersionCreate } from './version-create';
import { VersionDecide } from './version-decide';

const text = serversText.versions;

/** What can become of a version in each state. */
const DECISIONS: Record<Version['state'], Decision[]> = {
  draft: [],
  pending: ['approve', 'reject'],
  approved: ['retire'],
  rejected: [],
  retired: [],
  quarantined: ['retire'],
};

const columns = (mayDecide: boolean, onDecide: (version: Version, decision: Decision) => void): Column<Version>[] => [
  {
    key: 'number',
    label: text.number,
    render: (version) => (
      <Stack gap={4}>
        <VersionBadge version={version} />
        {version.note && (
          <Text size="xs" c="dimmed" maw={260}>
            {version.note}
          </Text>
        )}
      </Stack>
    ),
  },
  {
    key: 'address',
    label: serversText.catalogue.transport,
    render: ({ transport }) => (
      <Text size="xs" ff="monospace" maw={300} truncate>
        {addressOf(transport)}
      </Text>
    ),
  },
  { key: 'tools', label: text.tools, align: 'right', render: ({ tools }) => (tools ? formatNumber(tools.length) : '–') },
  { key: 'by', label: text.by, render: ({ createdBy }) => createdBy.name },
  { key: 'created', label: text.created, render: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  {
    key: 'actions',
    label: text.actions,
    quiet: true,
    align: 'right',
    render: (version) =>
      mayDecide && (
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          {DECISIONS[version.state].map((decision) => (
            <Button
              key={decision}
              size="compact-sm"
              variant={decision === 'approve' ? 'filled' : 'default'}
              aria-label={`${text.act[decision]} ${version.number}`}
              onClick={() => onDecide(version, decision)}
            >
              {text[decision]}
            </Button>
          ))}
        </Group>
      ),
  },
];

/** The life of a server: every version, newest first. */
export function VersionsTab({ server }: { server: Server }) {
  const versions = useQuery(versionsQuery(server.slug));
  const mayDecide = useCan('versions:approve');
  const [creating, setCreating] = useState(false);
  const [deciding, setDeciding] = useState<{ version: Version; decision: Decision } | null>(null);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed" maw={560}>
          {text.lead}
        </Text>
        <PermissionGate permission="servers:write">
          {(allowed) => (
            <Button variant="default" leftSection={<IconPlus size={16} />} disabled={!allowed} onClick={() => setCreating(true)}>
              {text.add}
            </Button>
          )}
        </PermissionGate>
      </Group>
      <Panel flush>
        <QueryView query={versions}>
          {(rows) => (
            <DataTable
              label={serversText.detail.tabs.versions}
              columns={columns(mayDecide, (version, decision) => setDeciding({ version, decision }))}
              rows={rows}
              rowKey={({ number }) => String(number)}
            />
          )}
        </QueryView>
      </Panel>
      {creating && <VersionCreate server={server} onClose={() => setCreating(false)} />}
      {deciding && <VersionDecide server={server} {...deciding} onClose={() => setDeciding(null)} />}
    </Stack>
  );
}
