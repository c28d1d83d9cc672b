import { Group, Select, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { DataTable } from '../../../patterns/data-table';
import { NothingFound } from '../../../patterns/nothing-found';
import { QueryView } from '../../../patterns/query-view';
import { SearchFilter } from '../../../patterns/search-filter';
import { Panel } from '../../../ui/panel';
import { registriesQuery } from '../registries/registries.queries';
import { registriesText } from '../registries/registries.text';
import { browseColumns } from './browse-columns';
import { browseText as text } from './browse.text';
import { entriesQuery } from './browse.queries';
import { REACHES, SOURCES, type CatalogueSearch, type CatalogueViewProps } from './catalogue-search';
import { EntryDrawer } from './entry-drawer';

const FILTERS = {
  transport: REACHES.map((value) => ({ value, label: text.reaches[value] })),
  source: SOURCES.map((value) => ({ value, label: text.sources[value] })),
};

/** The catalogue that comes with the product, and what registries offered when they were read last: searched here, added from here, without internet. */
export function BrowseTab({ search, onSearch }: CatalogueViewProps) {
  const entries = useInfiniteQuery(entriesQuery(search));
  const registries = useQuery(registriesQuery);
  const show = (entry: string | undefined) => onSearch({ ...search, entry });
  return (
    <>
      <Text size="sm" c="dimmed">
        {text.lead}
      </Text>
      <Group gap="sm">
        <SearchFilter label={text.search} value={search.q} onSearch={(q) => onSearch({ ...search, q })} />
        {registries.data && registries.data.length > 0 && (
          <Select
            aria-label={registriesText.filter}
            w={220}
            allowDeselect={false}
            data={[{ value: '', label: registriesText.bundled }, ...registries.data.map(({ id, name }) => ({ value: id, label: name }))]}
            value={search.registry ?? ''}
            onChange={(registry) => onSearch({ ...search, registry: registry || undefined, source: undefined })}
          />
        )}
        {(search.registry ? (['transport'] as const) : (['transport', 'source'] as const)).map((filter) => (
          <Select
            key={filter}
            aria-label={text.filters[filter]}
            placeholder={text.filters[filter]}
            w={190}
            clearable
            clearButtonProps={{ tabIndex: -1, 'aria-hidden': true }}
            data={FILTERS[filter]}
            value={search[filter] ?? null}
            onChange={(value) => onSearch({ ...search, [filter]: value ?? undefined } as CatalogueSearch)}
          />
        ))}
        {entries.data && (
          <Text size="sm" c="dimmed" role="status">
            {text.total(entries.data.pages[0]?.total ?? 0)}
          </Text>
        )}
      </Group>
      <Panel flush>
        <QueryView query={entries}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.data);
            if (rows.length === 0) return <NothingFound onClear={() => onSearch({ view: 'browse', registry: search.registry })} />;
            return (
              <DataTable
                label={text.tabs.browse}
                columns={browseColumns(({ id }) => show(id))}
                rows={rows}
                rowKey={({ id }) => id}
                onOpen={({ id }) => show(id)}
                isSelected={({ id }) => id === search.entry}
                onMore={entries.hasNextPage ? () => void entries.fetchNextPage() : undefined}
                loadingMore={entries.isFetchingNextPage}
              />
            );
          }}
        </QueryView>
      </Panel>
      <EntryDrawer entry={search.entry} onClose={() => show(undefined)} />
    </>
  );
}
