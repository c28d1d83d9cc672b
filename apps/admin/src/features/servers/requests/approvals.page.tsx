import { Text, VisuallyHidden } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import type { ServerRequest } from '@mcpnest/api-client';
import { DataTable } from '../../../patterns/data-table';
import { EmptyState } from '../../../patterns/empty-state';
import { NothingFound } from '../../../patterns/nothing-found';
import { Page } from '../../../patterns/page';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import { ApprovalsFilters } from './approvals-filters';
import { QueueSelection } from './queue-selection';
import { RequestAmend } from './request-amend';
import { requestColumns } from './request-columns';
import { RequestDeny } from './request-deny';
import { RequestDrawer } from './request-drawer';
import type { QueueSearch } from './requests-search';
import { requestsText } from './requests.text';
import { useQueue } from './use-queue';

const text = requestsText.queue;

interface ApprovalsPageProps {
  search: QueueSearch;
  onSearch: (search: QueueSearch) => void;
}

/** What waits for a decision. Filters and the open request are part of the address; everything works from the keyboard. */
export function ApprovalsPage({ search, onSearch }: ApprovalsPageProps) {
  const queue = useQueue(search, onSearch);
  const { list, rows, deciding, denying, amending } = queue;
  const { request: openId, ...filter } = search;
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  const open = (request: ServerRequest) => onSearch({ ...search, request: request.id });
  return (
    <Page title={text.title} lead={text.lead} width="wide">
      <ApprovalsFilters search={search} onSearch={onSearch} />
      <VisuallyHidden role="status" aria-live="polite">
        {list.isSuccess ? text.waiting(rows.filter(({ state }) => state === 'open').length) : ''}
      </VisuallyHidden>
      <Panel flush>
        <QueueSelection {...queue.selection} />
        <QueryView query={list}>
          {() => {
            if (rows.length === 0 && isNarrowed) return <NothingFound onClear={() => onSearch({})} />;
            if (rows.length === 0)
              return (
                <EmptyState icon={IconChecklist} title={text.emptyTitle}>
                  {text.empty}
                </EmptyState>
              );
            return (
              <DataTable
                label={text.title}
                columns={requestColumns({ onOpen: open, queue: queue.columns })}
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
      <Text size="xs" c="dimmed">
        {text.keys}
      </Text>
      <RequestDrawer id={openId} onClose={() => onSearch(filter)} deciding={deciding} />
      {denying.length > 0 && <RequestDeny requests={denying} onDeny={queue.onDenied} onClose={queue.stopDenying} />}
      {amending && <RequestAmend request={amending} onClose={queue.stopAmending} />}
    </Page>
  );
}
