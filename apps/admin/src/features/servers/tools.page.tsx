import { ActionIcon, Alert, Badge, Group, Select, Stack, Switch, Text, TextInput, Tooltip } from '@mantine/core';
import { IconEdit, IconSearch, IconTool } from '@tabler/icons-react';
import type { PublishedTool } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../lib/permissions';
import { DataTable, type Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { NothingFound } from '../../patterns/nothing-found';
import { Page } from '../../patterns/page';
import { QueryView } from '../../patterns/query-view';
import { ButtonLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import { serversText } from './servers.text';
import { reasonWords } from './test-trace';
import { toolsQuery } from './servers.queries';
import { ToolEdit } from './tool-edit';
import { ToolGates } from './tool-gates';
import { shownName, toolAddress, useToggleTool } from './tools.mutations';

const text = serversText.tools;
/** How many tools clients are known to bear, largest first. */
const CLIENT_LIMITS: [client: string, tools: number][] = [['VS Code', 128], ['Cursor', 80]];

interface RowActions {
  mayWrite: boolean;
  onToggle: (tool: PublishedTool, enabled: boolean) => void;
  onEdit: (tool: PublishedTool) => void;
}

const columns = ({ mayWrite, onToggle, onEdit }: RowActions): Column<PublishedTool>[] => [
  {
    key: 'name', label: text.name,
    render: (tool) => (
      <Stack gap={2} maw={520}>
        <Group gap="xs">
          <Text size="sm" fw={600} ff="monospace">{shownName(tool)}</Text>
          {tool.annotations?.['readOnlyHint'] === true && <Badge size="xs" variant="light" color="teal" tt="none">{text.readOnly}</Badge>}
          {tool.annotations?.['destructiveHint'] === true && <Badge size="xs" variant="light" color="red" tt="none">{text.destructive}</Badge>}
        </Group>
        {shownName(tool) !== tool.tool && <Text size="xs" c="dimmed">{text.originalName}: {tool.tool}</Text>}
        {tool.description && <Text size="xs" c="dimmed" lineClamp={2}>{tool.description}</Text>}
      </Stack>
    ),
  },
  { key: 'server', label: text.server, render: ({ server }) => <Text size="sm">{server}</Text> },
  { key: 'gates', label: text.gates, render: (tool) => <ToolGates tool={tool} /> },
  { key: 'enabled', label: text.enabled, render: (tool) => <Switch size="sm" checked={tool.enabled} disabled={!mayWrite} aria-label={text.toggle(shownName(tool))} onChange={(event) => onToggle(tool, event.currentTarget.checked)} /> },
  { key: 'edit', label: text.edit, quiet: true, align: 'right', render: (tool) => <Tooltip label={text.edit}><ActionIcon variant="subtle" color="gray" aria-label={text.editOf(shownName(tool))} onClick={() => onEdit(tool)}><IconEdit size={16} /></ActionIcon></Tooltip> },
];

export interface ToolsSearch {
  q?: string;
  server?: string;
  tool?: string;
}

interface ToolsPageProps {
  slug: string;
  nameLengthMax: number;
  search: ToolsSearch;
  onSearch: (search: ToolsSearch) => void;
}

/** Every tool of a workspace with the gates it passed. The open tool is part of the address. */
export function ToolsPage({ slug, nameLengthMax, search, onSearch }: ToolsPageProps) {
  const tools = useQuery(toolsQuery(slug));
  const toggle = useToggleTool(slug);
  const mayWrite = useCan('tools:write', slug);
  const [words, setWords] = useState(search.q ?? '');
  const filter = (part: ToolsSearch) => { const { tool: _, ...rest } = search; onSearch({ ...rest, ...part }); };
  const type = (q: string) => { setWords(q); filter({ q: q || undefined } as ToolsSearch); };
  const clear = () => { setWords(''); onSearch({}); };
  return (
    <Page title={text.title} lead={text.lead} width="wide">
      <QueryView query={tools}>
        {({ data, problems }) => {
          if (data.length === 0 && problems.length === 0) {
            return <Panel><EmptyState icon={IconTool} title={text.emptyTitle} action={<ButtonLink to="/w/$slug" params={{ slug }}>{text.addServer}</ButtonLink>}>{text.empty}</EmptyState></Panel>;
          }
          const rows = data.filter((tool) => (!search.server || tool.server === search.server) && `${shownName(tool)} ${tool.tool} ${tool.description ?? ''}`.toLowerCase().includes((search.q ?? '').toLowerCase()));
          const published = data.filter((tool) => tool.published).length;
          const tight = CLIENT_LIMITS.find(([, limit]) => published > limit);
          const open = data.find((tool) => toolAddress(tool) === search.tool);
          return (
            <Stack gap="md">
              {problems.map((problem) => <Alert key={problem.server} color="yellow" variant="light" title={text.problem(problem.server)}>{reasonWords(problem.reason).title} {problem.detail}</Alert>)}
              {tight && <Alert color="yellow" variant="light">{text.warn(published, ...tight)}</Alert>}
              <Group gap="sm">
                <TextInput aria-label={text.search} placeholder={text.search} leftSection={<IconSearch size={16} />} w={280} maw="100%" data-search value={words} onChange={(event) => type(event.currentTarget.value)} />
                <Select aria-label={text.server} placeholder={text.all} clearable clearButtonProps={{ 'aria-label': text.all }} w={200} data={[...new Set(data.map(({ server }) => server))]} value={search.server ?? null} onChange={(server) => filter({ server: server ?? undefined } as ToolsSearch)} />
                <Text size="sm" c="dimmed" aria-live="polite">{text.published(published, data.length)}</Text>
              </Group>
              <Panel flush>
                {rows.length === 0 ? <NothingFound onClear={clear} /> : (
                  <DataTable
                    label={text.title} rows={rows} rowKey={toolAddress}
                    columns={columns({ mayWrite, onToggle: (tool, enabled) => toggle.mutate({ tool, enabled }), onEdit: (tool) => onSearch({ ...search, tool: toolAddress(tool) }) })}
                  />
                )}
              </Panel>
              {open && <ToolEdit slug={slug} tool={open} mayWrite={mayWrite} nameLengthMax={nameLengthMax} onClose={() => filter({})} />}
            </Stack>
          );
        }}
      </QueryView>
    </Page>
  );
}
