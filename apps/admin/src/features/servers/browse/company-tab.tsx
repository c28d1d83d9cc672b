import { Group, Select } from '@mantine/core';
import { IconServer2 } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCan } from '../../../lib/permissions';
import { DataTable } from '../../../patterns/data-table';
import { EmptyState } from '../../../patterns/empty-state';
import { FilterChips } from '../../../patterns/filter-chips';
import { NothingFound } from '../../../patterns/nothing-found';
import { QueryView } from '../../../patterns/query-view';
import { SearchFilter } from '../../../patterns/search-filter';
import { ButtonLink } from '../../../ui/links';
import { Panel } from '../../../ui/panel';
import { catalogueColumns } from '../catalogue-columns';
import { serversText } from '../servers.text';
import { browseText } from './browse.text';
import { companyQuery, facetsQuery } from './browse.queries';
import { STATES, type CatalogueSearch, type CatalogueViewProps } from './catalogue-search';

const text = serversText.catalogue;
const FILTERS = ['tag', 'owner', 'state'] as const;

function Filters({ search, onSearch }: CatalogueViewProps) {
  const { data } = useQuery(facetsQuery);
  const options = {
    tag: data?.tags ?? [],
    owner: data?.owners ?? [],
    state: STATES.map((state) => ({ value: state, label: serversText.states[state] })),
  };
  return (
    <Group gap="sm">
      <SearchFilter label={text.search} value={search.q} onSearch={(q) => onSearch({ ...search, q })} />
      {FILTERS.map((filter) => (
        <Select
          key={filter}
          aria-label={browseText.filters[filter]}
          placeholder={browseText.filters[filter]}
          w={170}
          searchable
          clearable
          clearButtonProps={{ tabIndex: -1, 'aria-hidden': true }}
          data={options[filter]}
          value={search[filter] ?? null}
          onChange={(value) => onSearch({ ...search, [filter]: value ?? undefined } as CatalogueSearch)}
        />
      ))}
    </Group>
  );
}

/** All servers of the company. */
export function CompanyTab({ search, onSearch, onOpen }: CatalogueViewProps & { onOpen: (server: string) => void }) {
  const servers = useInfiniteQuery(companyQuery(search));
  const mayAdd = useCan('servers:write');
  const chips = FILTERS.flatMap((key) => {
    const value = search[key];
    if (!value) return [];
    return [{ key, name: browseText.filters[key], value: key === 'state' && search.state ? serversText.states[search.state] : value }];
  });
  const isNarrowed = chips.length > 0 || Boolean(search.q);
  return (
    <>
      <Filters search={search} onSearch={onSearch} />
      <FilterChips chips={chips} onRemove={(key) => onSearch({ ...search, [key]: undefined })} onClear={() => onSearch({ q: search.q })} />
      <Panel flush>
        <QueryView query={servers}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.data);
            if (rows.length === 0 && isNarrowed) return <NothingFound onClear={() => onSearch({})} />;
            if (rows.length === 0) {
              return (
                <EmptyState
                  icon={IconServer2}
                  title={text.emptyTitle}
                  action={mayAdd && <ButtonLink to="/catalogue/new">{text.add}</ButtonLink>}
                >
                  {mayAdd ? text.empty : text.emptyMember}
                </EmptyState>
              );
            }
            return (
              <DataTable
                label={text.title}
                columns={catalogueColumns}
                rows={rows}
                rowKey={({ id }) => id}
                onOpen={({ slug }) => onOpen(slug)}
                onMore={servers.hasNextPage ? () => void servers.fetchNextPage() : undefined}
                loadingMore={servers.isFetchingNextPage}
              />
            );
          }}
        </QueryView>
      </Panel>
    </>
  );
}
