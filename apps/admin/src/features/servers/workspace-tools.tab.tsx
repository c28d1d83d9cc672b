import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch, IconTool } from '@tabler/icons-react';
import type { PublishedTool } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../lib/permissions';
import { DataTable } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { NothingFound } from '../../patterns/nothing-found';
import { QueryView } from '../../patterns/query-view';
import { ButtonLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import { serversText } from './servers.text';
import { toolsQuery } from './servers.queries';
import { toolColumns } from './tool-columns';
import { ToolEdit } from './tool-edit';
import { ToolNotices } from './tool-notices';
import { shownName, toolAddress, useToggleTool } from './tools.mutations';

const text = serversText.tools;

export interface ToolsSearch {
  q?: string;
  server?: string;
  tool?: string;
}

export interface ToolsPageProps {
  slug: string;
  nameLengthMax: number;
  search: ToolsSearch;
  onSearch: (search: ToolsSearch) => void;
}

const found = (tools: readonly PublishedTool[], { q = '', server }: ToolsSearch): PublishedTool[] =>
  tools.filter(
    (tool) =>
      (!server || tool.server === server) &&
      `${shownName(tool)} ${tool.tool} ${tool.description ?? ''}`.toLowerCase().includes(q.toLowerCase()),
  );

function NoTools({ slug }: { slug: string }) {
  const action = (
    <ButtonLink to="/w/$slug" params={{ slug }}>
      {text.addServer}
    </ButtonLink>
  );
  return (
    <Panel>
      <EmptyState icon={IconTool} title={text.emptyTitle} action={action}>
        {text.empty}
      </EmptyState>
    </Panel>
  );
}

interface FiltersProps {
  tools: readonly PublishedTool[];
  search: ToolsSearch;
  onFilter: (part: ToolsSearch) => void;
}

function Filters({ tools, search, onFilter }: FiltersProps) {
  const [words, setWords] = useState(search.q ?? '');
  const type = (q: string) => {
    setWords(q);
    onFilter({ ...search, q: q || undefined } as ToolsSearch);
  };
  return (
    <Group gap="sm">
      <TextInput
        aria-label={text.search}
        placeholder={text.search}
        leftSection={<IconSearch size={16} />}
        w={280}
        maw="100%"
        data-search
        value={words}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        aria-label={text.server}
        placeholder={text.all}
        clearable
        clearButtonProps={{ 'aria-label': text.all }}
        w={200}
        data={[...new Set(tools.map(({ server }) => server))]}
        value={search.server ?? null}
        onChange={(server) => onFilter({ ...search, server: server ?? undefined } as ToolsSearch)}
      />
      <Text size="sm" c="dimmed" aria-live="polite">
        {text.published(tools.filter((tool) => tool.published).length, tools.length)}
      </Text>
    </Group>
  );
}

function ToolTable({ slug, tools, nameLengthMax, search, onSearch }: ToolsPageProps & { tools: readonly PublishedTool[] }) {
  const toggle = useToggleTool(slug);
  const mayWrite = useCan('tools:write', slug);
  const rows = found(tools, search);
  const { tool: openTool, ...filters } = search;
  const open = tools.find((tool) => toolAddress(tool) === openTool);
  const columns = toolColumns({
    mayWrite,
    onToggle: (tool, enabled) => toggle.mutate({ tool, enabled }),
    onEdit: (tool) => onSearch({ ...filters, tool: toolAddress(tool) }),
  });
  return (
    <Panel flush>
      {rows.length === 0 ? (
        <NothingFound onClear={() => onSearch({})} />
      ) : (
        <DataTable label={text.title} rows={rows} rowKey={toolAddress} columns={columns} />
      )}
      {open && <ToolEdit slug={slug} tool={open} mayWrite={mayWrite} nameLengthMax={nameLengthMax} onClose={() => onSearch(filters)} />}
    </Panel>
  );
}

/** Every tool of a workspace with the gates it passed. The open tool is part of the address. */
export function WorkspaceToolsTab(props: ToolsPageProps) {
  const { slug, search, onSearch } = props;
  const { tool: _, ...filters } = search;
  const tools = useQuery(toolsQuery(slug));
  return (
    <QueryView query={tools}>
      {({ data, problems }) =>
        data.length === 0 && problems.length === 0 ? (
          <NoTools slug={slug} />
        ) : (
          <Stack gap="md">
            <ToolNotices tools={data} problems={problems} />
            <Filters tools={data} search={filters} onFilter={onSearch} />
            <ToolTable {...props} tools={data} />
          </Stack>
        )
      }
    </QueryView>
  );
}
