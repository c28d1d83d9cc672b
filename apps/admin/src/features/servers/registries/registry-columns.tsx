import { ActionIcon, Menu, Stack, Text } from '@mantine/core';
import { IconDots, IconEdit, IconRefresh, IconTrash } from '@tabler/icons-react';
import type { Registry } from '@mcpnest/api-client';
import { formatNumber } from '../../../lib/format';
import type { Column } from '../../../patterns/data-table';
import { TimeAgo } from '../../../patterns/time-ago';
import { AnchorLink } from '../../../ui/links';
import { StatusDot } from '../../../ui/status-dot';
import { reasonWords } from '../test-trace';
import { registriesText as text } from './registries.text';

interface RegistryActions {
  onRead: (registry: Registry) => void;
  onEdit: (registry: Registry) => void;
  onRemove: (registry: Registry) => void;
}

function State({ running, enabled, problem, succeededAt }: Registry) {
  if (running) return <StatusDot tone="idle" label={text.states.running} />;
  if (problem)
    return (
      <Stack gap={2} maw={320}>
        <StatusDot tone="bad" label={text.states.failed} />
        <Text size="xs" c="dimmed">
          {problem.detail ?? reasonWords(problem.code).title}
        </Text>
      </Stack>
    );
  if (!enabled) return <StatusDot tone="idle" label={text.states.off} />;
  if (succeededAt === null) return <StatusDot tone="idle" label={text.states.never} />;
  return (
    <Stack gap={2}>
      <StatusDot tone="good" label={text.states.ok} />
      <TimeAgo at={succeededAt} />
    </Stack>
  );
}

function Entries({ id, entries, entriesWithWarnings, unreadable }: Registry) {
  return (
    <Stack gap={2}>
      <AnchorLink to="/catalogue" search={{ view: 'browse', registry: id }} size="sm" aria-label={`${text.browse}: ${entries}`}>
        {formatNumber(entries)}
      </AnchorLink>
      {entriesWithWarnings > 0 && (
        <Text size="xs" c="dimmed">
          {text.withWarnings(entriesWithWarnings)}
        </Text>
      )}
      {unreadable > 0 && (
        <Text size="xs" c="dimmed">
          {text.unreadable(unreadable)}
        </Text>
      )}
    </Stack>
  );
}

function RowMenu({ registry, onRead, onEdit, onRemove }: RegistryActions & { registry: Registry }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={text.more(registry.name)}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconRefresh size={16} />} disabled={registry.running} onClick={() => onRead(registry)}>
          {text.read}
        </Menu.Item>
        <Menu.Item leftSection={<IconEdit size={16} />} onClick={() => onEdit(registry)}>
          {text.edit}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => onRemove(registry)}>
          {text.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The columns of the registries. */
export const registryColumns = (actions: RegistryActions): Column<Registry>[] => [
  {
    key: 'name',
    label: text.name,
    render: ({ name, url }) => (
      <Stack gap={2} maw={320}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" ff="monospace" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {url}
        </Text>
      </Stack>
    ),
  },
  { key: 'every', label: text.every, render: ({ everyMinutes }) => text.intervals[everyMinutes] ?? text.minutes(everyMinutes) },
  { key: 'state', label: text.state, render: (row) => <State {...row} /> },
  { key: 'entries', label: text.entries, align: 'right', render: (row) => <Entries {...row} /> },
  { key: 'actions', label: text.actions, quiet: true, align: 'right', render: (row) => <RowMenu registry={row} {...actions} /> },
];
