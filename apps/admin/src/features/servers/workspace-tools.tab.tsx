import { Button, Group, Stack } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import type { PublishedTool } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../lib/permissions';
import { EmptyState } from '../../patterns/empty-state';
import { useFreeze } from '../../patterns/use-freeze';
import { LongTable } from '../../patterns/long-table';
import { NothingFound } from '../../patterns/nothing-found';
import { QueryView } from '../../patterns/query-view';
import { ButtonLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import { BudgetMeter } from './curation/budget-meter';
import { BulkBar } from './curation/bulk-bar';
import { curationText } from './curation/curation.text';
import { findTools } from './curation/find-tools';
import { NewToolsPolicy } from './curation/new-tools-policy';
import { SelectionFile } from './curation/selection-file';
import { ToolFilters } from './curation/tool-filters';
import type { ToolsSearch } from './curation/tools-search';
import { WhyDialog } from './curation/why-dialog';
import { serversText } from './servers.text';
import { toolsQuery } from './servers.queries';
import { toolColumns } from './tool-columns';
import { ToolEdit } from './tool-edit';
import { ListProblems } from './tool-notices';
import { shownName, toolAddress, useToggleTool } from './tools.mutations';

const text = serversText.tools;

export interface ToolsPageProps {
  slug: string;
  nameLengthMax: number;
  search: ToolsSearch;
  onSearch: (search: ToolsSearch) => void;
}

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

interface ToolTableProps extends ToolsPageProps {
  tools: readonly PublishedTool[];
  rows: readonly PublishedTool[];
}

function ToolTable({ slug, tools, rows, nameLengthMax, search, onSearch }: ToolTableProps) {
  const toggle = useToggleTool(slug);
  const mayWrite = useCan('tools:write', slug);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { tool: openTool, ...filters } = search;
  const open = tools.find((tool) => toolAddress(tool) === openTool);
  const freeze = useFreeze(slug);
  const columns = toolColumns({
    mayWrite,
    onToggle: (tool, enabled) => toggle.mutate({ tool, enabled }),
    onEdit: (tool) => onSearch({ ...filters, tool: toolAddress(tool) }),
    onFreeze: freeze && ((tool) => freeze('tool', toolAddress(tool))),
  });
  const selection = {
    keys: chosen,
    allLabel: curationText.bulk.selectAll(rows.length),
    rowLabel: (tool: PublishedTool) => curationText.bulk.select(shownName(tool)),
    onChange: setChosen,
  };
  return (
    <Panel flush>
      {/* What a changed filter hides is chosen no more. */}
      <BulkBar slug={slug} names={rows.map(toolAddress).filter((key) => chosen.has(key))} onDone={() => setChosen(new Set())} />
      {rows.length === 0 ? (
        <NothingFound onClear={() => onSearch({})} />
      ) : (
        <LongTable label={text.title} rows={rows} rowKey={toolAddress} columns={columns} selection={mayWrite ? selection : undefined} />
      )}
      {open && (
        <ToolEdit
          key={toolAddress(open)}
          slug={slug}
          tool={open}
          mayWrite={mayWrite}
          nameLengthMax={nameLengthMax}
          onClose={() => onSearch(filters)}
        />
      )}
    </Panel>
  );
}

function Actions({ slug, search, onSearch }: ToolsPageProps) {
  const mayWrite = useCan('tools:write', slug);
  return (
    <Group gap="xs">
      <Button size="xs" variant="light" onClick={() => onSearch({ ...search, why: '' })}>
        {curationText.why.open}
      </Button>
      <NewToolsPolicy slug={slug} mayWrite={mayWrite} />
      <SelectionFile slug={slug} mayWrite={mayWrite} />
    </Group>
  );
}

/** Every tool of a workspace with the gates it passed. Filters, the open tool and the question asked are part of the address. */
export function WorkspaceToolsTab(props: ToolsPageProps) {
  const { slug, search, onSearch } = props;
  const { tool: _, why, token, ...filters } = search;
  const tools = useQuery(toolsQuery(slug));
  const known = tools.data?.data ?? [];
  const { rows, patternFault } = findTools(known, search);
  return (
    <>
      <QueryView query={tools}>
        {({ data, problems }) =>
          data.length === 0 && problems.length === 0 ? (
            <NoTools slug={slug} />
          ) : (
            <Stack gap="md">
              <ListProblems problems={problems} />
              <BudgetMeter tools={data} />
              <Group justify="space-between" align="flex-start">
                <ToolFilters tools={data} search={filters} patternFault={patternFault} onFilter={onSearch} />
                <Actions {...props} />
              </Group>
              <ToolTable {...props} tools={data} rows={rows} />
            </Stack>
          )
        }
      </QueryView>
      {why !== undefined && (
        <WhyDialog
          slug={slug}
          tools={known}
          asked={{ tool: why, token }}
          onAsk={(question) => onSearch({ ...filters, why: question.tool, token: question.token })}
          onClose={() => onSearch(filters)}
        />
      )}
    </>
  );
}
