import { Badge, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch, IconServer2 } from '@tabler/icons-react';
import type { Server } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { formatNumber } from '../../lib/format';
import { useCan } from '../../lib/permissions';
import { DataTable, type Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { NothingFound } from '../../patterns/nothing-found';
import { Page } from '../../patterns/page';
import { PermissionGate } from '../../patterns/permission-gate';
import { QueryView } from '../../patterns/query-view';
import { AnchorLink, ButtonLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import { StatusDot } from '../../ui/status-dot';
import { serversQuery } from './servers.queries';
import { serversText } from './servers.text';
import { addressOf, toolsOf } from './transport-words';
import { VersionBadge } from './version-badge';

const text = serversText.catalogue;

const columns: Column<Server>[] = [
  {
    key: 'name',
    label: text.name,
    render: (server) => (
      <Stack gap={0} maw={320}>
        <AnchorLink to="/catalogue/$server" params={{ server: server.slug }} fw={600} size="sm">
          {server.name}
        </AnchorLink>
        {server.description && (
          <Text size="xs" c="dimmed" lineClamp={1}>
            {server.description}
          </Text>
        )}
      </Stack>
    ),
  },
  {
    key: 'transport',
    label: text.transport,
    render: ({ latestVersion }) =>
      latestVersion && (
        <Text size="xs" ff="monospace" truncate maw={280}>
          {addressOf(latestVersion.transport)}
        </Text>
      ),
  },
  { key: 'version', label: text.version, render: ({ latestVersion }) => latestVersion && <VersionBadge version={latestVersion} /> },
  {
    key: 'tools',
    label: text.tools,
    align: 'right',
    render: (server) => {
      const tools = toolsOf(server);
      return tools ? (
        formatNumber(tools.length)
      ) : (
        <Text size="xs" c="dimmed">
          {text.unknownTools}
        </Text>
      );
    },
  },
  {
    key: 'credentials',
    label: text.credentials,
    render: ({ credentialsSet }) =>
      credentialsSet === null ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : (
        <StatusDot tone={credentialsSet ? 'good' : 'warn'} label={credentialsSet ? text.set : text.missing} />
      ),
  },
  {
    key: 'usedBy',
    label: text.usedBy,
    render: ({ exposedIn }) => (
      <Badge variant="default" tt="none">
        {text.workspaces(exposedIn)}
      </Badge>
    ),
  },
];

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
  return (
    <Page title={text.title} lead={text.lead} actions={add}>
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
                columns={columns}
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
