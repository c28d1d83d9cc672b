import { Code, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import type { LedgerEntry } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMe } from '../../lib/session.queries';
import { DataTable, type Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { NothingFound } from '../../patterns/nothing-found';
import { Page } from '../../patterns/page';
import { QueryView } from '../../patterns/query-view';
import { TimeAgo } from '../../patterns/time-ago';
import { Panel } from '../../ui/panel';
import { ledgerQuery, type LedgerSearch } from './audit.queries';
import { auditText } from './audit.text';

const text = auditText.ledger;

/** Facts as `name: value`, short enough for a line. */
const factsOf = (facts: Record<string, unknown>): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');

const columns: Column<LedgerEntry>[] = [
  {
    key: 'number',
    label: text.number,
    align: 'right',
    width: 72,
    render: ({ number }) => (
      <Text size="sm" c="dimmed" ff="monospace">
        {number}
      </Text>
    ),
  },
  { key: 'time', label: text.time, render: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  {
    key: 'actor',
    label: text.actor,
    render: ({ actor }) => (
      <Text size="sm" fw={600}>
        {actor.kind === 'system' ? text.system : actor.name}
      </Text>
    ),
  },
  { key: 'event', label: text.event, render: ({ event }) => <Code>{event}</Code> },
  {
    key: 'subject',
    label: text.subject,
    render: ({ subject }) => (
      <Stack gap={0}>
        <Text size="sm">{subject.name}</Text>
        <Text size="xs" c="dimmed">
          {subject.kind}
        </Text>
      </Stack>
    ),
  },
  {
    key: 'facts',
    label: text.facts,
    render: ({ facts }) => (
      <Text size="xs" c="dimmed" maw={420} style={{ overflowWrap: 'anywhere' }}>
        {factsOf(facts)}
      </Text>
    ),
  },
];

interface LedgerPageProps {
  search: LedgerSearch;
  onSearch: (search: LedgerSearch) => void;
  trail?: ReactNode;
}

/** The ledger: every administrative change. */
export function LedgerPage({ search, onSearch, trail }: LedgerPageProps) {
  const entries = useInfiniteQuery(ledgerQuery(search));
  const { workspaces } = useMe();
  const type = useDebouncedCallback((event: string) => onSearch({ ...search, event: event || undefined }), 250);
  return (
    <Page title={text.title} lead={text.lead} width="wide" trail={trail}>
      <Group gap="sm" align="flex-end">
        <TextInput
          label={text.filterEvent}
          placeholder={text.filterEventHint}
          size="xs"
          w={240}
          data-search
          defaultValue={search.event ?? ''}
          onChange={(event) => type(event.currentTarget.value.trim())}
        />
        <Select
          label={text.workspace}
          placeholder={text.allWorkspaces}
          size="xs"
          w={220}
          clearable
          clearButtonProps={{ 'aria-label': text.allWorkspaces }}
          data={workspaces.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={search.workspace ?? null}
          onChange={(workspace) => onSearch({ ...search, workspace: workspace ?? undefined })}
        />
      </Group>
      <Panel flush>
        <QueryView query={entries}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.data);
            if (rows.length === 0 && (search.event || search.workspace)) return <NothingFound onClear={() => onSearch({})} />;
            if (rows.length === 0)
              return (
                <EmptyState icon={IconHistory} title={text.emptyTitle}>
                  {text.empty}
                </EmptyState>
              );
            return (
              <DataTable
                label={text.title}
                columns={columns}
                rows={rows}
                rowKey={({ number }) => String(number)}
                onMore={entries.hasNextPage ? () => void entries.fetchNextPage() : undefined}
                loadingMore={entries.isFetchingNextPage}
              />
            );
          }}
        </QueryView>
      </Panel>
    </Page>
  );
}
