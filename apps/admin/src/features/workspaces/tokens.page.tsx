import { ActionIcon, Button, Code, Group, Menu, Stack, Switch, Text, Tooltip } from '@mantine/core';
import { IconBan, IconDots, IconKey, IconPlus, IconRefresh } from '@tabler/icons-react';
import type { Token } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCanAny } from '../../lib/permissions';
import { ConfirmDanger } from '../../patterns/confirm-danger';
import { DataTable, type Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { Page } from '../../patterns/page';
import { permissionWords } from '../../patterns/permission-gate';
import { QueryView } from '../../patterns/query-view';
import { TimeAgo } from '../../patterns/time-ago';
import { Panel } from '../../ui/panel';
import { StatusDot, type Tone } from '../../ui/status-dot';
import { TokenCreate } from './token-create';
import { TokenRotate } from './token-rotate';
import { useRevokeToken } from './tokens.mutations';
import { tokensQuery } from './workspaces.queries';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;
const TONES: Record<Token['state'], Tone> = { active: 'good', rotating: 'busy', expired: 'idle', revoked: 'bad' };
const isLive = ({ state }: Token) => state === 'active' || state === 'rotating';

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

const columns = (actions: RowActions | null): Column<Token>[] => [
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
    render: ({ tools }) =>
      tools === null ? (
        <Text size="sm" c="dimmed">
          {text.allTools}
        </Text>
      ) : (
        <Tooltip label={tools.join(', ')}>
          <Code>{text.someTools(tools.length)}</Code>
        </Tooltip>
      ),
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

interface TokensPageProps {
  slug: string;
  search: { ended?: true; new?: true };
  onSearch: (search: { ended?: true; new?: true }) => void;
  tools: readonly string[];
}

/** The tokens of a workspace. */
export function TokensPage({ slug, search, onSearch, tools }: TokensPageProps) {
  const tokens = useInfiniteQuery(tokensQuery(slug));
  const revoke = useRevokeToken(slug);
  const mayWrite = useCanAny(['tokens:write', 'tokens:write-own'], slug);
  const [rotating, setRotating] = useState<Token | null>(null);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const close = () => {
    setRevoking(null);
    revoke.reset();
  };
  const create = (
    <Tooltip label={permissionWords('tokens:write', slug)} disabled={mayWrite}>
      <span>
        <Button leftSection={<IconPlus size={16} />} disabled={!mayWrite} onClick={() => onSearch({ ...search, new: true })}>
          {text.create}
        </Button>
      </span>
    </Tooltip>
  );
  return (
    <Page title={text.title} lead={text.lead} actions={create}>
      <Group justify="flex-end">
        <Switch
          label={text.showEnded}
          checked={search.ended ?? false}
          onChange={(event) => onSearch({ ...(event.currentTarget.checked ? { ended: true } : {}) })}
        />
      </Group>
      <Panel flush>
        <QueryView query={tokens}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.data).filter((token) => search.ended || isLive(token));
            return rows.length === 0 ? (
              <EmptyState icon={IconKey} title={text.emptyTitle}>
                {text.empty}
              </EmptyState>
            ) : (
              <DataTable
                label={text.title}
                columns={columns(mayWrite ? { onRotate: setRotating, onRevoke: setRevoking } : null)}
                rows={rows}
                rowKey={({ id }) => id}
                onMore={tokens.hasNextPage ? () => void tokens.fetchNextPage() : undefined}
                loadingMore={tokens.isFetchingNextPage}
              />
            );
          }}
        </QueryView>
      </Panel>
      <TokenCreate
        slug={slug}
        tools={tools}
        opened={search.new === true && mayWrite}
        onClose={() => onSearch(search.ended ? { ended: true } : {})}
      />
      <TokenRotate slug={slug} token={rotating} onClose={() => setRotating(null)} />
      <ConfirmDanger
        opened={revoking !== null}
        onClose={close}
        title={text.revokeTitle(revoking?.name ?? '')}
        confirmLabel={text.revoke}
        pending={revoke.isPending}
        error={revoke.error}
        onConfirm={() => revoking && revoke.mutate(revoking.id, { onSuccess: close })}
      >
        {text.revokeLead}
      </ConfirmDanger>
    </Page>
  );
}
