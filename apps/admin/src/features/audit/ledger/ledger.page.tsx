import { IconHistory } from '@tabler/icons-react';
import type { LedgerEntry } from '@mcpnest/api-client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMe } from '../../../lib/session.queries';
import { DataTable } from '../../../patterns/data-table';
import { EmptyState } from '../../../patterns/empty-state';
import { NothingFound } from '../../../patterns/nothing-found';
import { Page } from '../../../patterns/page';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import { ExportMenu } from '../export-menu';
import { LedgerChips } from './ledger-chips';
import { ledgerColumns } from './ledger-columns';
import { LedgerDrawer } from './ledger-drawer';
import { LedgerFilters } from './ledger-filters';
import { isNarrowed, ledgerFilterOf, type LedgerSearch } from './ledger-search';
import { ledgerEntryQuery, ledgerQuery } from './ledger.queries';
import { ledgerText as text } from './ledger.text';

interface LedgerPageProps {
  search: LedgerSearch;
  onSearch: (search: LedgerSearch) => void;
  trail?: ReactNode;
}

/** The ledger: every administrative change. Filters and the open entry are part of the address. */
export function LedgerPage({ search, onSearch, trail }: LedgerPageProps) {
  const entries = useInfiniteQuery(ledgerQuery(search));
  const { workspaces } = useMe();
  const { entry: openNumber } = search;
  const rows = entries.data?.pages.flatMap((page) => page.data) ?? [];
  const listed = rows.find(({ number }) => number === openNumber);
  const single = useQuery({ ...ledgerEntryQuery(openNumber ?? 0), enabled: openNumber !== undefined && !listed && !entries.isPending });
  const open = ({ number }: LedgerEntry) => onSearch({ ...search, entry: number });
  return (
    <Page
      title={text.title}
      lead={text.lead}
      width="wide"
      trail={trail}
      actions={<ExportMenu path="/api/v1/ledger-export" filter={() => ledgerFilterOf(search)} />}
    >
      <LedgerFilters search={search} onSearch={onSearch} workspaces={workspaces} />
      <LedgerChips search={search} onSearch={onSearch} />
      <Panel flush>
        <QueryView query={entries}>
          {() => {
            if (rows.length === 0 && isNarrowed(search)) return <NothingFound onClear={() => onSearch({})} />;
            if (rows.length === 0)
              return (
                <EmptyState icon={IconHistory} title={text.emptyTitle}>
                  {text.empty}
                </EmptyState>
              );
            return (
              <DataTable
                label={text.title}
                columns={ledgerColumns(open)}
                rows={rows}
                rowKey={({ number }) => String(number)}
                onOpen={open}
                isSelected={({ number }) => number === openNumber}
                onMore={entries.hasNextPage ? () => void entries.fetchNextPage() : undefined}
                loadingMore={entries.isFetchingNextPage}
              />
            );
          }}
        </QueryView>
      </Panel>
      <LedgerDrawer
        entry={listed ?? single.data}
        number={openNumber}
        onClose={() => onSearch({ ...search, entry: undefined })}
        onFilter={(filter) => onSearch({ ...search, ...filter, entry: undefined })}
      />
    </Page>
  );
}
