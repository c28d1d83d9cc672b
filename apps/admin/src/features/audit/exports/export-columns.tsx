import { ActionIcon, Menu, Stack, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ExportSchedule } from '@mcpnest/api-client';
import { formatDateTime } from '../../../lib/format';
import { problemTitle } from '../../../lib/problem-title';
import type { Column } from '../../../patterns/data-table';
import { StatusDot } from '../../../ui/status-dot';
import { exportsText as text } from './exports.text';

interface ExportActions {
  onSwitch: (schedule: ExportSchedule) => void;
  onRemove: (schedule: ExportSchedule) => void;
}

function State({ schedule: { enabled, problem, exportedUntil, rows } }: { schedule: ExportSchedule }) {
  const standing = enabled ? { tone: 'good' as const, label: text.on } : { tone: 'idle' as const, label: text.off };
  return (
    <Stack gap={2} maw={340}>
      <StatusDot {...(problem ? { tone: 'bad', label: text.failed } : standing)} />
      {problem && <Text size="xs">{problemTitle(problem) ?? problem}</Text>}
      <Text size="xs" c="dimmed">
        {text.until(formatDateTime(exportedUntil), rows)}
      </Text>
    </Stack>
  );
}

function RowMenu({ schedule, onSwitch, onRemove }: ExportActions & { schedule: ExportSchedule }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={text.menu(schedule.name)}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onSwitch(schedule)}>{schedule.enabled ? text.switchOff : text.switchOn}</Menu.Item>
        <Menu.Item color="red" onClick={() => onRemove(schedule)}>
          {text.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export const exportColumns = (actions: ExportActions): Column<ExportSchedule>[] => [
  {
    key: 'name',
    label: text.name,
    render: ({ name, workspace, filters }) => (
      <Stack gap={0} maw={300}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {workspace ?? text.allWorkspaces}
          {Object.entries(filters)
            .map(([key, value]) => ` · ${key}: ${String(value)}`)
            .join('')}
        </Text>
      </Stack>
    ),
  },
  { key: 'every', label: text.every, render: ({ every, format }) => `${text.periods[every]}, ${text.formats[format]}` },
  {
    key: 'target',
    label: text.target,
    render: ({ url }) => (
      <Text size="sm" maw={260} style={{ overflowWrap: 'anywhere' }}>
        {url ?? text.folder}
      </Text>
    ),
  },
  { key: 'state', label: text.state, render: (schedule) => <State schedule={schedule} /> },
  { key: 'actions', label: text.actions, quiet: true, align: 'right', render: (schedule) => <RowMenu schedule={schedule} {...actions} /> },
];
