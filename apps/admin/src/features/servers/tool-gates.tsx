import { List, Text, Tooltip } from '@mantine/core';
import type { PublishedTool } from '@mcpnest/api-client';
import { StatusDot } from '../../ui/status-dot';
import { serversText } from './servers.text';

const text = serversText.tools;

/** Whether clients see a tool, and if not, which gate holds it back. */
export function ToolGates({ tool }: { tool: PublishedTool }) {
  const closed = tool.gates.find(({ ok }) => !ok);
  const list = (
    <List listStyleType="none" size="xs">
      {tool.gates.map((gate) => (
        <List.Item key={gate.name}>
          {gate.ok ? '✓' : '✗'} {text.gateNames[gate.name]}
          {gate.reason ? `: ${gate.reason}` : ''}
        </List.Item>
      ))}
    </List>
  );
  return (
    <Tooltip label={list}>
      <span tabIndex={0}>
        <StatusDot tone={tool.published ? 'good' : 'idle'} label={tool.published ? text.yes : text.no} />
        {closed && (
          <Text size="xs" c="dimmed">
            {text.gateFails[closed.name]}
          </Text>
        )}
      </span>
    </Tooltip>
  );
}
