import { ActionIcon, Badge, Button, Code, Group, Switch, Text, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Exposure } from '@mcpnest/api-client';
import { formatNumber } from '../../lib/format';
import { type Column } from '../../patterns/data-table';
import { AnchorLink } from '../../ui/links';
import { StatusDot, type Tone } from '../../ui/status-dot';
import { canaryText } from './canary/canary.text';
import { ExposureMenu, newerThanPinned, type ExposureActions } from './exposure-menu';
import { type ExposureChange } from './exposures.mutations';
import { serversText } from './servers.text';
import { reasonWords } from './test-trace';

const text = serversText.exposures;

const TONES: Record<Exposure['health']['state'], Tone> = { ok: 'good', failing: 'bad', unknown: 'idle' };

interface RowActions extends ExposureActions {
  rows: readonly Exposure[];
  mayWrite: boolean;
  onChange: (change: ExposureChange) => void;
}

function Order({ row, rows, onChange }: RowActions & { row: Exposure }) {
  const at = rows.indexOf(row);
  const move = (to: number) => onChange({ server: row.server.slug, position: rows[to]?.position ?? to });
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        disabled={at === 0}
        aria-label={text.up(row.server.name)}
        onClick={() => move(at - 1)}
      >
        <IconArrowUp size={14} />
      </ActionIcon>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        disabled={at === rows.length - 1}
        aria-label={text.down(row.server.name)}
        onClick={() => move(at + 1)}
      >
        <IconArrowDown size={14} />
      </ActionIcon>
    </Group>
  );
}

function Version({ row, onCanary }: { row: Exposure; onCanary: RowActions['onCanary'] }) {
  const newer = newerThanPinned(row);
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm">v{row.version}</Text>
      {newer !== null && (
        <Badge variant="light" color="yellow" tt="none">
          {text.newer(newer)}
        </Badge>
      )}
      {row.canary && (
        <Button size="compact-xs" radius="xl" variant="light" color="violet" onClick={() => onCanary(row)}>
          {canaryText.badge(row.canary.version, row.canary.sharePercent, row.canary.tokenCount)}
        </Button>
      )}
      {row.versionState !== 'approved' && (
        <Badge variant="light" color="red" tt="none">
          {serversText.states[row.versionState]}
        </Badge>
      )}
    </Group>
  );
}

function Prefix({ prefix }: { prefix: string | null }) {
  if (prefix) return <Code>{prefix}</Code>;
  return (
    <Text size="sm" c="dimmed">
      –
    </Text>
  );
}

/** The columns of the servers of a workspace. */
export const exposureColumns = (actions: RowActions): Column<Exposure>[] => [
  { key: 'position', label: text.position, quiet: true, width: 64, render: (row) => actions.mayWrite && <Order row={row} {...actions} /> },
  {
    key: 'server',
    label: text.server,
    render: ({ server }) => (
      <AnchorLink to="/catalogue/$server" params={{ server: server.slug }} fw={600} size="sm">
        {server.name}
      </AnchorLink>
    ),
  },
  {
    key: 'health',
    label: text.health,
    render: ({ health }) => (
      <Tooltip disabled={!health.reason} label={reasonWords(health.reason ?? undefined).title}>
        <span>
          <StatusDot tone={TONES[health.state]} label={text.healthStates[health.state]} />
        </span>
      </Tooltip>
    ),
  },
  { key: 'version', label: text.version, render: (row) => <Version row={row} onCanary={actions.onCanary} /> },
  { key: 'prefix', label: text.prefix, render: ({ toolPrefix }) => <Prefix prefix={toolPrefix} /> },
  { key: 'tools', label: text.tools, align: 'right', render: ({ toolCount }) => (toolCount === null ? '–' : formatNumber(toolCount)) },
  {
    key: 'enabled',
    label: text.enabled,
    render: ({ server, enabled }) => (
      <Switch
        size="sm"
        checked={enabled}
        disabled={!actions.mayWrite}
        aria-label={text.toggle(server.name)}
        onChange={(event) => actions.onChange({ server: server.slug, enabled: event.currentTarget.checked })}
      />
    ),
  },
  {
    key: 'actions',
    label: text.actions,
    quiet: true,
    align: 'right',
    render: (row) => actions.mayWrite && <ExposureMenu exposure={row} {...actions} />,
  },
];
