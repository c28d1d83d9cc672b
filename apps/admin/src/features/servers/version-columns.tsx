import { Button, Group, Stack, Text } from '@mantine/core';
import type { Version } from '@mcpnest/api-client';
import { formatNumber } from '../../lib/format';
import { type Column } from '../../patterns/data-table';
import { TimeAgo } from '../../patterns/time-ago';
import type { Decision } from './servers.mutations';
import { serversText } from './servers.text';
import { addressOf } from './transport-words';
import { upgradeText } from './upgrade/upgrade.text';
import { VersionBadge } from './version-badge';

const text = serversText.versions;

/** What can become of a version in each state. */
const DECISIONS: Record<Version['state'], Decision[]> = {
  draft: [],
  pending: ['approve', 'reject'],
  approved: ['quarantine', 'retire'],
  rejected: [],
  retired: [],
  quarantined: ['approve', 'retire'],
};

interface VersionActions {
  mayDecide: boolean;
  onDecide: (version: Version, decision: Decision) => void;
  onCompare: (version: Version) => void;
  onUse: (version: Version) => void;
}

function RowActions({ version, mayDecide, onDecide, onCompare, onUse }: VersionActions & { version: Version }) {
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      <Button size="compact-sm" variant="subtle" aria-label={upgradeText.compareOf(version.number)} onClick={() => onCompare(version)}>
        {upgradeText.compare}
      </Button>
      {version.state === 'approved' && (
        <Button size="compact-sm" variant="subtle" aria-label={upgradeText.useOf(version.number)} onClick={() => onUse(version)}>
          {upgradeText.use}
        </Button>
      )}
      {mayDecide &&
        DECISIONS[version.state].map((decision) => (
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
  );
}

/** The columns of the versions of a server. */
export const versionColumns = (actions: VersionActions): Column<Version>[] => [
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
    render: (version) => <RowActions version={version} {...actions} />,
  },
];
