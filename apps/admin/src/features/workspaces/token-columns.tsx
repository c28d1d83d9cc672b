import { ActionIcon, Code, Menu, Stack, Text, Tooltip } from '@mantine/core';
import { IconBan, IconDots, IconRefresh } from '@tabler/icons-react';
import type { Token } from '@mcpnest/api-client';
import { type Column } from '../../patterns/data-table';
import { TimeAgo } from '../../patterns/time-ago';
import { StatusDot, type Tone } from '../../ui/status-dot';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

const TONES: Record<Token['state'], Tone> = { active: 'good', rotating: 'busy', expired: 'idle', revoked: 'bad' };
/** Whether a token still opens the gateway. */
export const isLive = ({ state }: Token) => state === 'active' || state === 'rotating';

interface RowActions {
  onRotate: (token: Token) => void;
  onRevoke: (token: Token) => void;
}

function TokenMenu({ token, onRotate, onRevoke }: RowActions & { token: Token }) {
  if (!isLive(token)) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={text.more(token.name)}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {token.state === 'active' && (
          <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => onRotate(token)}>
            {text.rotate}
          </Menu.Item>
        )}
        <Menu.Item color="red" leftSection={<IconBan size={16} />} onClick={() => onRevoke(token)}>
          {text.revoke}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Scope({ tools }: Pick<Token, 'tools'>) {
  if (tools === null)
    return (
      <Text size="sm" c="dimmed">
        {text.allTools}
      </Text>
    );
  return (
    <Tooltip label={tools.join(', ')}>
      <Code>{text.someTools(tools.length)}</Code>
    </Tooltip>
  );
}

/** The columns of the tokens of a workspace. */
export const tokenColumns = (actions: RowActions | null): Column<Token>[] => [
  {
    key: 'name',
    label: text.name,
    render: (token) => (
      <Stack gap={0}>
        <Text size="sm" fw={600}>
          {token.name}
        </Text>
        <Text size="xs" c="dimmed" ff="monospace">
          {token.prefix}…{token.last4}
        </Text>
      </Stack>
    ),
  },
  { key: 'state', label: text.state, render: ({ state }) => <StatusDot tone={TONES[state]} label={text.states[state]} /> },
  {
    key: 'owner',
    label: text.owner,
    render: ({ owner }) => (
      <Tooltip label={owner.email}>
        <Text span size="sm">
          {owner.name}
        </Text>
      </Tooltip>
    ),
  },
  {
    key: 'scope',
    label: text.scope,
    render: ({ tools }) => <Scope tools={tools} />,
  },
  { key: 'used', label: text.lastUsed, render: ({ lastUsedAt }) => <TimeAgo at={lastUsedAt} /> },
  { key: 'expires', label: text.expiry, render: ({ expiresAt }) => <TimeAgo at={expiresAt} never={text.never} /> },
  { key: 'created', label: text.created, render: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  {
    key: 'actions',
    label: text.actions,
    quiet: true,
    align: 'right',
    render: (token) => actions && <TokenMenu token={token} {...actions} />,
  },
];
