import { Badge, Button, Stack, Text, TextInput } from '@mantine/core';
import { IconBuildingCommunity, IconPlus, IconSearch } from '@tabler/icons-react';
import type { Workspace } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '../../lib/format';
import { useCan } from '../../lib/permissions';
import { DataTable, type Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { NothingFound } from '../../patterns/nothing-found';
import { Page } from '../../patterns/page';
import { PermissionGate } from '../../patterns/permission-gate';
import { QueryView } from '../../patterns/query-view';
import { AnchorLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import { WorkspaceCreate } from './workspace-create';
import { workspacesQuery } from './workspaces.queries';
import { workspacesText } from './workspaces.text';

const text = workspacesText.list;

const columns: Column<Workspace>[] = [
  {
    key: 'name',
    label: text.name,
    render: (workspace) => (
      <Stack gap={0}>
        <AnchorLink to="/w/$slug" params={{ slug: workspace.slug }} fw={600} size="sm">
          {workspace.name}
        </AnchorLink>
        <Text size="xs" c="dimmed" ff="monospace">
          /api/gw/{workspace.slug}
        </Text>
      </Stack>
    ),
  },
  {
    key: 'role',
    label: text.role,
    render: ({ role }) => (
      <Badge variant="light" color={role ? 'indigo' : 'gray'} tt="none">
        {role ?? text.operator}
      </Badge>
    ),
  },
  { key: 'servers', label: text.servers, align: 'right', render: ({ counts }) => formatNumber(counts.servers) },
  { key: 'tokens', label: text.tokens, align: 'right', render: ({ counts }) => formatNumber(counts.tokens) },
  { key: 'members', label: text.members, align: 'right', render: ({ counts }) => formatNumber(counts.members) },
];

interface WorkspaceListPageProps {
  search: { q?: string; new?: true };
  onSearch: (search: { q?: string; new?: true }) => void;
  onOpen: (slug: string) => void;
}

/** All workspaces the person can see. */
export function WorkspaceListPage({ search, onSearch, onOpen }: WorkspaceListPageProps) {
  const workspaces = useQuery(workspacesQuery);
  const mayCreate = useCan('workspaces:create');
  const create = (
    <PermissionGate permission="workspaces:create">
      {(allowed) => (
        <Button leftSection={<IconPlus size={16} />} disabled={!allowed} onClick={() => onSearch({ ...search, new: true })}>
          {text.create}
        </Button>
      )}
    </PermissionGate>
  );
  const words = (search.q ?? '').toLowerCase();
  return (
    <Page title={text.title} lead={text.lead} actions={create}>
      <QueryView query={workspaces}>
        {(all) => {
          if (all.length === 0)
            return (
              <Panel>
                <EmptyState icon={IconBuildingCommunity} title={text.emptyTitle}>
                  {mayCreate ? text.empty : text.emptyMember}
                </EmptyState>
              </Panel>
            );
          const rows = all.filter(({ name, slug }) => `${name} ${slug}`.toLowerCase().includes(words));
          return (
            <Stack gap="md">
              <TextInput
                aria-label={text.search}
                placeholder={text.search}
                leftSection={<IconSearch size={16} />}
                maw={320}
                defaultValue={search.q ?? ''}
                data-search
                onChange={(event) =>
                  onSearch({
                    ...search,
                    ...(event.currentTarget.value ? { q: event.currentTarget.value } : { q: undefined }),
                  } as typeof search)
                }
              />
              <Panel flush>
                {rows.length === 0 ? (
                  <NothingFound onClear={() => onSearch({})} />
                ) : (
                  <DataTable label={text.title} columns={columns} rows={rows} rowKey={({ id }) => id} onOpen={({ slug }) => onOpen(slug)} />
                )}
              </Panel>
            </Stack>
          );
        }}
      </QueryView>
      <WorkspaceCreate
        opened={search.new === true && mayCreate}
        onClose={() => onSearch(search.q ? { q: search.q } : {})}
        onCreated={({ slug }) => onOpen(slug)}
      />
    </Page>
  );
}
