import { ActionIcon, Badge, Group, Stack, Switch, Text, Tooltip } from '@mantine/core';
import { IconEdit, IconSnowflake } from '@tabler/icons-react';
import type { PublishedTool } from '@mcpnest/api-client';
import type { Column } from '../../patterns/data-table';
import { freezesText } from './freezes/freezes.text';
import { serversText } from './servers.text';
import { ToolGates } from './tool-gates';
import { shownName } from './tools.mutations';

const text = serversText.tools;

interface RowActions {
  mayWrite: boolean;
  onToggle: (tool: PublishedTool, enabled: boolean) => void;
  onEdit: (tool: PublishedTool) => void;
  /** Absent for those who may not freeze. */
  onFreeze: ((tool: PublishedTool) => void) | undefined;
}

function ToolName({ tool }: { tool: PublishedTool }) {
  return (
    <Stack gap={2} maw={520}>
      <Group gap="xs">
        <Text size="sm" fw={600} ff="monospace">
          {shownName(tool)}
        </Text>
        {tool.annotations?.['readOnlyHint'] === true && (
          <Badge size="xs" variant="light" color="teal" tt="none">
            {text.readOnly}
          </Badge>
        )}
        {tool.annotations?.['destructiveHint'] === true && (
          <Badge size="xs" variant="light" color="red" tt="none">
            {text.destructive}
          </Badge>
        )}
      </Group>
      {shownName(tool) !== tool.tool && (
        <Text size="xs" c="dimmed">
          {text.originalName}: {tool.tool}
        </Text>
      )}
      {tool.description && (
        <Text size="xs" c="dimmed" lineClamp={2}>
          {tool.description}
        </Text>
      )}
    </Stack>
  );
}

/** The columns of the tools of a workspace. */
export const toolColumns = ({ mayWrite, onToggle, onEdit, onFreeze }: RowActions): Column<PublishedTool>[] => [
  { key: 'name', label: text.name, render: (tool) => <ToolName tool={tool} /> },
  { key: 'server', label: text.server, render: ({ server }) => <Text size="sm">{server}</Text> },
  { key: 'gates', label: text.gates, render: (tool) => <ToolGates tool={tool} /> },
  {
    key: 'enabled',
    label: text.enabled,
    render: (tool) => (
      <Switch
        size="sm"
        checked={tool.enabled}
        disabled={!mayWrite}
        aria-label={text.toggle(shownName(tool))}
        onChange={(event) => onToggle(tool, event.currentTarget.checked)}
      />
    ),
  },
  {
    key: 'edit',
    label: text.edit,
    quiet: true,
    align: 'right',
    render: (tool) => (
      <Group gap={4} justify="flex-end" wrap="nowrap">
        {onFreeze && (
          <Tooltip label={freezesText.freeze}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${freezesText.freeze} ${shownName(tool)}`}
              onClick={() => onFreeze(tool)}
            >
              <IconSnowflake size={16} />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={text.edit}>
          <ActionIcon variant="subtle" color="gray" aria-label={text.editOf(shownName(tool))} onClick={() => onEdit(tool)}>
            <IconEdit size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
    ),
  },
];
