import { Button, Group, SegmentedControl, Switch, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKey, IconPlus } from '@tabler/icons-react';
import type { Token } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { optionsOf } from '../../lib/options-of';
import { useCan, useCanAny } from '../../lib/permissions';
import { DataTable } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { Page } from '../../patterns/page';
import { permissionWords } from '../../patterns/permission-gate';
import { useFreeze } from '../../patterns/use-freeze';
import { QueryView } from '../../patterns/query-view';
import { Panel } from '../../ui/panel';
import { TokenCreate } from './token-create';
import { TokenEdit } from './token-edit';
import { TokenRotate } from './token-rotate';
import { TokenRevoke } from './token-revoke';
import { TokenTakeOver } from './token-take-over';
import { useRestoreToken } from './tokens.mutations';
import { tokensQuery, type TokenAttention } from './workspaces.queries';
import { workspacesText } from './workspaces.text';
import { isLive, tokenColumns } from './token-columns';

const text = workspacesText.tokens;

interface TokensSearch {
  ended?: true;
  new?: true;
  attention?: TokenAttention;
}

interface TokensPageProps {
  slug: string;
  search: TokensSearch;
  onSearch: (search: TokensSearch) => void;
  tools: readonly string[];
}

/** The tokens of a workspace. */
export function TokensPage({ slug, search, onSearch, tools }: TokensPageProps) {
  const tokens = useInfiniteQuery(tokensQuery(slug, search.attention));
  const restore = useRestoreToken(slug);
  const mayWrite = useCanAny(['tokens:write', 'tokens:write-own'], slug);
  const [editing, setEditing] = useState<Token | null>(null);
  const [rotating, setRotating] = useState<Token | null>(null);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const freeze = useFreeze(slug);
  const mayTakeOver = useCan('tokens:write', slug);
  const [takingOver, setTakingOver] = useState<Token | null>(null);
  const { new: isNew, ...filters } = search;
  const actions = {
    onEdit: setEditing,
    onRotate: setRotating,
    onRevoke: setRevoking,
    onTakeOver: mayTakeOver ? setTakingOver : undefined,
    onFreeze: freeze && (({ id }: Token) => freeze('token', id)),
    onRestore: (token: Token) =>
      restore.mutate(token.id, { onSuccess: () => notifications.show({ color: 'teal', message: text.restored(token.name) }) }),
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
      <Group justify="space-between">
        <SegmentedControl
          aria-label={text.filter}
          value={search.attention ?? 'all'}
          onChange={(value) => {
            const { attention: _, ...rest } = search;
            onSearch(value === 'all' ? rest : { ...rest, attention: value as TokenAttention });
          }}
          data={optionsOf(text.filters)}
        />
        <Switch
          label={text.showEnded}
          checked={search.ended ?? false}
          onChange={(event) => {
            const { ended: _, ...rest } = search;
            onSearch(event.currentTarget.checked ? { ...rest, ended: true } : rest);
          }}
        />
      </Group>
      <Panel flush>
        <QueryView query={tokens}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.data).filter((token) => search.ended || isLive(token));
            return rows.length === 0 ? (
              <EmptyState icon={IconKey} title={search.attention ? text.emptyFilter : text.emptyTitle}>
                {search.attention ? text.emptyFilterHint : text.empty}
              </EmptyState>
            ) : (
              <DataTable
                label={text.title}
                columns={tokenColumns(mayWrite ? actions : null)}
                rows={rows}
                rowKey={({ id }) => id}
                onMore={tokens.hasNextPage ? () => void tokens.fetchNextPage() : undefined}
                loadingMore={tokens.isFetchingNextPage}
              />
            );
          }}
        </QueryView>
      </Panel>
      <TokenCreate slug={slug} tools={tools} opened={isNew === true && mayWrite} onClose={() => onSearch(filters)} />
      {editing && <TokenEdit key={editing.id} slug={slug} token={editing} tools={tools} onClose={() => setEditing(null)} />}
      <TokenRotate slug={slug} token={rotating} onClose={() => setRotating(null)} />
      <TokenTakeOver slug={slug} token={takingOver} onClose={() => setTakingOver(null)} />
      <TokenRevoke slug={slug} token={revoking} onClose={() => setRevoking(null)} />
    </Page>
  );
}
