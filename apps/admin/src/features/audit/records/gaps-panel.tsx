import { Badge, Button, Stack, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import type { AuditGap } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '../../../lib/format';
import { DataTable, type Column } from '../../../patterns/data-table';
import { EmptyState } from '../../../patterns/empty-state';
import { QueryView } from '../../../patterns/query-view';
import { TimeAgo } from '../../../patterns/time-ago';
import { Panel } from '../../../ui/panel';
import { AcknowledgeGaps } from './acknowledge-gaps';
import { gapsQuery } from './records.queries';
import { recordsText } from './records.text';

const text = recordsText.gaps;
/** The API takes note of so many at once. */
const AT_ONCE_MAX = 200;

const columns: Column<AuditGap>[] = [
  { key: 'when', label: text.when, render: ({ until }) => <TimeAgo at={until} /> },
  { key: 'records', label: text.records, align: 'right', render: ({ count }) => formatNumber(count) },
  { key: 'reason', label: text.reason, render: ({ reason }) => <Text size="sm">{text.reasons[reason]}</Text> },
  {
    key: 'where',
    label: text.where,
    render: ({ chain, from, to }) => (
      <Text size="xs" ff="monospace" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {chain === null || from === null || to === null ? text.nowhere : text.whereOf(chain, from, to)}
      </Text>
    ),
  },
  {
    key: 'noted',
    label: text.noted,
    render: ({ acknowledgement }) =>
      acknowledgement === null ? (
        <Badge color="red" variant="light">
          {text.open}
        </Badge>
      ) : (
        <Stack gap={0}>
          <Text size="sm">
            <TimeAgo at={acknowledgement.at} /> {text.notedBy(acknowledgement.by)}
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {acknowledgement.note}
          </Text>
        </Stack>
      ),
  },
];

/** Records that are known to be missing, and who took note of them. */
export function GapsPanel() {
  const gaps = useInfiniteQuery(gapsQuery);
  const [noting, setNoting] = useState<readonly AuditGap[] | null>(null);
  const rows = gaps.data?.pages.flatMap(({ data }) => data) ?? [];
  const open = rows.filter(({ acknowledgement }) => acknowledgement === null).slice(0, AT_ONCE_MAX);
  const actions = open.length > 0 && (
    <Button size="xs" onClick={() => setNoting(open)}>
      {text.acknowledge}
    </Button>
  );
  return (
    <Panel title={text.title} description={text.lead} actions={actions} flush>
      <QueryView query={gaps} lines={2}>
        {() =>
          rows.length === 0 ? (
            <EmptyState icon={IconShieldCheck} title={text.none}>
              {text.noneLead}
            </EmptyState>
          ) : (
            <DataTable
              label={text.title}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              onMore={gaps.hasNextPage ? () => void gaps.fetchNextPage() : undefined}
              loadingMore={gaps.isFetchingNextPage}
            />
          )
        }
      </QueryView>
      {noting && <AcknowledgeGaps gaps={noting} onClose={() => setNoting(null)} />}
    </Panel>
  );
}
