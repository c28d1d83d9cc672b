import { Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch, IconServer2 } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCan } from '../../lib/permissions';
import { DataTable } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { NothingFound } from '../../patterns/nothing-found';
import { Page } from '../../patterns/page';
import { PermissionGate } from '../../patterns/permission-gate';
import { QueryView } from '../../patterns/query-view';
import { ButtonLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import { AskLink } from './requests/ask-link';
import { serversQuery } from './servers.queries';
import { serversText } from './servers.text';
import { catalogueColumns } from './catalogue-columns';

const text = serversText.catalogue;

interface CataloguePageProps {
  search: { q?: string };
  onSearch: (search: { q?: string }) => void;
  onOpen: (server: string) => void;
}

/** All servers of the company. */
export function CataloguePage({ search, onSearch, onOpen }: CataloguePageProps) {
  const servers = useInfiniteQuery(serversQuery(search.q));
  const mayAdd = useCan('servers:write');
  const type = useDebouncedCallback((q: string) => onSearch(q === '' ? {} : { q }), 200);
  const add = (
    <PermissionGate permission="servers:write">
      {(allowed) => (
        <ButtonLink to="/catalogue/new" leftSection={<IconPlus size={16} />} disabled={!allowed}>
          {text.add}
        </ButtonLink>
      )}
    </PermissionGate>
  );
  const actions = (
    <AskLink ask="server" unless="servers:write" otherwise={add}>
      {text.ask}
    </AskLink>
  );
  return (
    <Page title={text.title} lead={text.lead} actions={actions}>
      <Group>
        <TextInput
          aria-label={text.search}
          placeholder={text.search}
          leftSection={<IconSearch size={16} />}
          w={320}
          maw="100%"
          data-search
          defaultValue={search.q ?? ''}
          onChange={(event) => type(event.currentTarget.value)}
        />
      </Group>
      <Panel flush>
        <QueryView query={servers}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.data);
            if (rows.length === 0 && search.q) return <NothingFound onClear={() => onSearch({})} />;
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
    </Page>
  );
}
