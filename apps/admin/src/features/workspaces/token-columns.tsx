import { Stack, Text } from '@mantine/core';
import type { Token } from '@mcpnest/api-client';
import { type Column } from '../../patterns/data-table';
import { TimeAgo } from '../../patterns/time-ago';
import { TokenOwnerCell, TokenScopeCell, TokenStateCell, TokenUseCell } from './token-cells';
import { TokenMenu, type TokenActions } from './token-menu';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

/** Whether a token still opens the gateway. */
export const isLive = ({ state }: Token) => state === 'active' || state === 'rotating';

/** The columns of the tokens of a workspace. */
export const tokenColumns = (actions: TokenActions | null): Column<Token>[] => [
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
  { key: 'state', label: text.state, render: (token) => <TokenStateCell token={token} /> },
  { key: 'owner', label: text.owner, render: (token) => <TokenOwnerCell token={token} /> },
  { key: 'scope', label: text.scope, render: (token) => <TokenScopeCell token={token} /> },
  { key: 'used', label: text.lastUsed, render: (token) => <TokenUseCell token={token} /> },
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
