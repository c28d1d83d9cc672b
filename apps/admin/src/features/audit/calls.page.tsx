import { Anchor, Button, Group, Select, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconActivity, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { Call } from '@mcpnest/api-client';
import { useState } from 'react';
import { formatClock, formatMs } from '../../lib/format';
import { DataTable, type Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { FilterChips } from '../../patterns/filter-chips';
import { NothingFound } from '../../patterns/nothing-found';
import { Page } from '../../patterns/page';
import { QueryView } from '../../patterns/query-view';
import { TimeAgo } from '../../patterns/time-ago';
import { ButtonLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import { StatusDot } from '../../ui/status-dot';
import { auditText } from './audit.text';
import { CallDrawer } from './call-drawer';
import { FILTER_KEYS, type CallsSearch, type Range } from './calls-search';
import { OutcomeBadge } from './outcome-badge';
import { useLiveCalls } from './use-live-calls';

const text = auditText.calls;
const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

const columns = (onOpen: (call: Call) => void): Column<Call>[] => [
  { key: 'time', label: text.time, width: 110, render: ({ createdAt }) => <Stack gap={0}><Text size="sm" ff="monospace">{formatClock(createdAt)}</Text><Text size="xs" c="dimmed"><TimeAgo at={createdAt} /></Text></Stack> },
  {
    key: 'tool', label: text.tool,
    render: (call) => <Anchor component="button" type="button" size="sm" fw={600} ff="monospace" ta="left" aria-label={text.openOf(call.publishedName)} onClick={(event) => { event.stopPropagation(); onOpen(call); }}>{call.publishedName}</Anchor>,
  },
  { key: 'server', label: text.server, render: ({ serverSlug }) => serverSlug ?? <Text size="sm" c="dimmed">{text.unknownTool}</Text> },
  { key: 'outcome', label: text.outcome, render: ({ outcome }) => <OutcomeBadge outcome={outcome} /> },
  { key: 'latency', label: text.latency, align: 'right', render: ({ latencyMs }) => <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>{formatMs(latencyMs)}</Text> },
  { key: 'client', label: text.client, render: ({ clientName }) => clientName ?? '–' },
  { key: 'token', label: text.token, render: ({ tokenName }) => tokenName },
];

interface CallsPageProps {
  slug: string;
  search: CallsSearch;
  onSearch: (search: CallsSearch) => void;
  ownOnly: boolean;
}

function Filters({ search, onSearch }: Pick<CallsPageProps, 'search' | 'onSearch'>) {
  const [tool, setTool] = useState(search.tool ?? '');
  return (
    <Group gap="sm" align="flex-end">
      <Select label={text.range} size="xs" w={150} allowDeselect={false} data={options(text.ranges)} value={search.range ?? 'd7'} onChange={(range) => onSearch({ ...search, range: (range ?? undefined) as Range | undefined })} />
      <Select label={text.outcome} size="xs" w={160} clearable clearButtonProps={{ 'aria-label': `${text.outcome}: –` }} data={options(text.outcomes)} value={search.outcome ?? null} onChange={(outcome) => onSearch({ ...search, outcome: outcome ?? undefined })} />
      <form onSubmit={(event) => { event.preventDefault(); onSearch({ ...search, tool: tool.trim() || undefined }); }}>
        <TextInput label={text.tool} size="xs" w={200} maxLength={200} data-search value={tool} onChange={(event) => setTool(event.currentTarget.value)} onBlur={() => { if (tool.trim() !== (search.tool ?? '')) onSearch({ ...search, tool: tool.trim() || undefined }); }} />
      </form>
    </Group>
  );
}

/** The call log with a live tail. Filters, period and the open call are part of the address. */
export function CallsPage({ slug, search, onSearch, ownOnly }: CallsPageProps) {
  const { stored, rows, stream, paused, held, pause, resume } = useLiveCalls(slug, search);
  const { call: openId, range, ...filters } = search;
  const close = () => onSearch({ ...search, call: undefined });
  const tokenName = rows.find(({ tokenId }) => tokenId === search.token)?.tokenName ?? search.token;
  const chips = FILTER_KEYS.flatMap((key) => (filters[key] === undefined ? [] : [{ key, name: text[key], value: key === 'token' ? String(tokenName) : text.outcomes[String(filters[key])] ?? String(filters[key]) }]));
  const state = paused ? { tone: 'warn' as const, label: text.paused } : stream === 'open' ? { tone: 'good' as const, label: text.live } : { tone: 'busy' as const, label: stream === 'lost' ? text.lost : text.connecting };
  const tail = (
    <>
      <StatusDot {...state} />
      <Button variant="default" size="xs" leftSection={paused ? <IconPlayerPlay size={14} /> : <IconPlayerPause size={14} />} onClick={paused ? resume : pause}>{paused ? (held > 0 ? text.waiting(held) : text.resume) : text.pause}</Button>
    </>
  );
  return (
    <Page title={text.title} lead={ownOnly ? `${text.lead} ${text.own}` : text.lead} width="wide" actions={tail}>
      <Filters key={search.tool ?? ''} search={search} onSearch={onSearch} />
      <FilterChips chips={chips} onRemove={(key) => onSearch({ ...search, [key]: undefined })} onClear={() => onSearch({ range })} />
      <VisuallyHidden role="status" aria-live="polite">{paused ? text.announced(held) : ''}</VisuallyHidden>
      <Panel flush>
        <QueryView query={stored}>
          {() => {
            if (rows.length === 0 && chips.length + (range ? 1 : 0) > 0) return <NothingFound onClear={() => onSearch({})} />;
            if (rows.length === 0) return <EmptyState icon={IconActivity} title={text.emptyTitle} action={<ButtonLink to="/w/$slug/connect" params={{ slug }}>{text.connect}</ButtonLink>}>{text.empty}</EmptyState>;
            const open = (row: Call) => onSearch({ ...search, call: row.callId });
            return (
              <DataTable
                label={text.title} columns={columns(open)} rows={rows} rowKey={({ callId }) => callId} onOpen={open} isSelected={({ callId }) => callId === openId}
                onMore={stored.hasNextPage ? () => void stored.fetchNextPage() : undefined} loadingMore={stored.isFetchingNextPage}
              />
            );
          }}
        </QueryView>
      </Panel>
      <CallDrawer call={rows.find(({ callId }) => callId === openId)} opened={openId !== undefined} onClose={close} onFilter={(filter) => onSearch({ ...search, ...filter, call: undefined })} />
    </Page>
  );
}
