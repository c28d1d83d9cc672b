import { Button, Group, Select } from '@mantine/core';
import { IconMessageQuestion, IconPlus } from '@tabler/icons-react';
import type { ServerRequest } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { optionsOf } from '../../../lib/options-of';
import { useCan } from '../../../lib/permissions';
import { DataTable } from '../../../patterns/data-table';
import { EmptyState } from '../../../patterns/empty-state';
import { NothingFound } from '../../../patterns/nothing-found';
import { Page } from '../../../patterns/page';
import { PermissionGate } from '../../../patterns/permission-gate';
import { QueryView } from '../../../patterns/query-view';
import { SearchFilter } from '../../../patterns/search-filter';
import { Panel } from '../../../ui/panel';
import { AskForm } from './ask-form';
import { requestColumns } from './request-columns';
import { RequestDrawer } from './request-drawer';
import type { MineSearch } from './requests-search';
import { requestsQuery } from './requests.queries';
import { requestsText } from './requests.text';

const text = requestsText.mine;
const STATES = [{ value: 'all', label: requestsText.any }, ...optionsOf(requestsText.states)];

interface MyRequestsPageProps {
  slug: string;
  search: MineSearch;
  onSearch: (search: MineSearch) => void;
}

/** What was asked for in a workspace: one's own, and for those who may expose servers there, everybody's. */
export function MyRequestsPage({ slug, search, onSearch }: MyRequestsPageProps) {
  const { request: openId, ask, server, ...filter } = search;
  const state = filter.state === 'all' ? undefined : filter.state;
  const list = useInfiniteQuery(requestsQuery({ workspace: slug, state, q: filter.q }));
  const seesAll = useCan('exposures:write', slug);
  const mayAsk = useCan('requests:create', slug);
  const open = (request: ServerRequest) => onSearch({ ...filter, request: request.id });
  const begin = () => onSearch({ ...filter, ask: 'server' });
  const button = (
    <PermissionGate permission="requests:create" workspace={slug}>
      {(allowed) => (
        <Button leftSection={<IconPlus size={16} />} disabled={!allowed} onClick={begin}>
          {text.ask}
        </Button>
      )}
    </PermissionGate>
  );
  return (
    <Page title={text.title} lead={seesAll ? `${text.lead} ${text.all}` : text.lead} actions={button}>
      <Group gap="sm" align="flex-end">
        <SearchFilter size="xs" width={240} label={requestsText.search} value={search.q} onSearch={(q) => onSearch({ ...search, q })} />
        <Select
          label={requestsText.state}
          size="xs"
          w={140}
          allowDeselect={false}
          data={STATES}
          value={search.state ?? 'all'}
          onChange={(value) => onSearch({ ...search, state: (value === 'all' ? undefined : (value ?? undefined)) as MineSearch['state'] })}
        />
      </Group>
      <Panel flush>
        <QueryView query={list}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.data);
            if (rows.length === 0 && (state || filter.q)) return <NothingFound onClear={() => onSearch({})} />;
            if (rows.length === 0)
              return (
                <EmptyState
                  icon={IconMessageQuestion}
                  title={text.emptyTitle}
                  action={mayAsk && <Button onClick={begin}>{text.ask}</Button>}
                >
                  {text.empty}
                </EmptyState>
              );
            return (
              <DataTable
                label={text.title}
                columns={requestColumns({ onOpen: open })}
                rows={rows}
                rowKey={({ id }) => id}
                onOpen={open}
                isSelected={({ id }) => id === openId}
                onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
                loadingMore={list.isFetchingNextPage}
              />
            );
          }}
        </QueryView>
      </Panel>
      <RequestDrawer id={openId} onClose={() => onSearch(filter)} />
      {ask && mayAsk && <AskForm slug={slug} start={{ kind: ask, server: server ?? '' }} onClose={() => onSearch(filter)} />}
    </Page>
  );
}
