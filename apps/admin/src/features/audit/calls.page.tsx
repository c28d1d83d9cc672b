import { Button, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { IconActivity, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { Call } from '@mcpnest/api-client';
import { DataTable } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { FilterChips } from '../../patterns/filter-chips';
import { NothingFound } from '../../patterns/nothing-found';
import { Page } from '../../patterns/page';
import { QueryView } from '../../patterns/query-view';
import { ButtonLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import { StatusDot } from '../../ui/status-dot';
import { callQuery, histogramQuery } from './audit.queries';
import { auditText } from './audit.text';
import { CallBars } from './call-bars';
import { callColumns } from './call-columns';
import { callChips } from './call-chips';
import { CallDrawer } from './call-drawer';
import { CallsFilters } from './calls-filters';
import { filterOf, type CallsSearch } from './calls-search';
import type { StreamState } from './use-call-stream';
import { ExportMenu } from './export-menu';
import { useLiveCalls } from './use-live-calls';
import { ViewsMenu } from './views/views-menu';

const text = auditText.calls;

interface CallsPageProps {
  /** Null: over all workspaces. */
  slug: string | null;
  search: CallsSearch;
  onSearch: (search: CallsSearch) => void;
  ownOnly: boolean;
  /** To choose from, over all workspaces. */
  workspaces?: readonly { slug: string; name: string }[];
  trail?: ReactNode;
}

interface TailControlsProps {
  stream: StreamState;
  paused: boolean;
  /** Calls that arrived while paused. */
  held: number;
  onPause: () => void;
  onResume: () => void;
}

function TailControls({ stream, paused, held, onPause, onResume }: TailControlsProps) {
  const waiting = { tone: 'busy' as const, label: stream === 'lost' ? text.lost : text.connecting };
  const running = stream === 'open' ? { tone: 'good' as const, label: text.live } : waiting;
  const resumeLabel = held > 0 ? text.waiting(held) : text.resume;
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <>
      <StatusDot {...(paused ? { tone: 'warn', label: text.paused } : running)} />
      <Button variant="default" size="xs" leftSection={<Icon size={14} />} onClick={paused ? onResume : onPause}>
        {paused ? resumeLabel : text.pause}
      </Button>
    </>
  );
}

/** The call log with a live tail. Filters, period and the open call are part of the address. */
export function CallsPage({ slug, search, onSearch, ownOnly, workspaces, trail }: CallsPageProps) {
  const { stored, rows, stream, isOver, paused, held, pause, resume } = useLiveCalls(slug, search);
  const histogram = useQuery(histogramQuery(slug, search));
  const { call: openId, range } = search;
  const listed = rows.find(({ callId }) => callId === openId);
  const single = useQuery({ ...callQuery(slug, openId ?? ''), enabled: openId !== undefined && !listed && !stored.isPending });
  const close = () => onSearch({ ...search, call: undefined });
  const chips = callChips(search, rows);
  const tail = !isOver && <TailControls stream={stream} paused={paused} held={held} onPause={pause} onResume={resume} />;
  const exportPath = slug === null ? '/api/v1/call-export' : `/api/v1/workspaces/${encodeURIComponent(slug)}/call-export`;
  const actions = (
    <>
      {tail}
      {slug !== null && <ViewsMenu slug={slug} search={search} onSearch={onSearch} mayShare={!ownOnly} />}
      <ExportMenu path={exportPath} filter={() => filterOf(search)} />
    </>
  );
  const words = slug === null ? auditText.company : text;
  return (
    <Page title={words.title} lead={ownOnly ? `${words.lead} ${text.own}` : words.lead} width="wide" trail={trail} actions={actions}>
      <CallsFilters search={search} onSearch={onSearch} {...(workspaces ? { workspaces } : {})} />
      <FilterChips
        chips={chips}
        onRemove={(key) => onSearch({ ...search, ...(key === 'period' ? { from: undefined, to: undefined } : { [key]: undefined }) })}
        onClear={() => onSearch({ range })}
      />
      {histogram.data && histogram.data.calls > 0 && (
        <CallBars histogram={histogram.data} onRange={(from, to) => onSearch({ ...search, from, to, range: undefined })} />
      )}
      <VisuallyHidden role="status" aria-live="polite">
        {paused ? text.announced(held) : ''}
      </VisuallyHidden>
      <Panel flush>
        <QueryView query={stored}>
          {() => {
            if (rows.length === 0 && chips.length + (range ? 1 : 0) > 0) return <NothingFound onClear={() => onSearch({})} />;
            if (rows.length === 0)
              return (
                <EmptyState
                  icon={IconActivity}
                  title={text.emptyTitle}
                  action={
                    slug !== null && (
                      <ButtonLink to="/w/$slug/connect" params={{ slug }}>
                        {text.connect}
                      </ButtonLink>
                    )
                  }
                >
                  {text.empty}
                </EmptyState>
              );
            const open = (row: Call) => onSearch({ ...search, call: row.callId });
            return (
              <DataTable
                label={text.title}
                columns={callColumns(open)}
                rows={rows}
                rowKey={({ callId }) => callId}
                onOpen={open}
                isSelected={({ callId }) => callId === openId}
                onMore={stored.hasNextPage ? () => void stored.fetchNextPage() : undefined}
                loadingMore={stored.isFetchingNextPage}
              />
            );
          }}
        </QueryView>
      </Panel>
      <CallDrawer
        call={listed ?? single.data}
        opened={openId !== undefined}
        onClose={close}
        onFilter={(filter) => onSearch({ ...search, ...filter, call: undefined })}
      />
    </Page>
  );
}
