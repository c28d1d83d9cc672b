import { Button, Group, Switch, Tooltip } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import type { Token } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCanAny } from '../../lib/permissions';
import { ConfirmDanger } from '../../patterns/confirm-danger';
import { DataTable } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { Page } from '../../patterns/page';
import { permissionWords } from '../../patterns/permission-gate';
import { QueryView } from '../../patterns/query-view';
import { Panel } from '../../ui/panel';
import { TokenCreate } from './token-create';
import { TokenRotate } from './token-rotate';
import { useRevokeToken } from './tokens.mutations';
import { tokensQuery } from './workspaces.queries';
import { workspacesText } from './workspaces.text';
import { isLive, tokenColumns } from './token-columns';

const text = workspacesText.tokens;

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
                columns={tokenColumns(mayWrite ? { onRotate: setRotating, onRevoke: setRevoking } : null)}
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
