import { Button, VisuallyHidden } from '@mantine/core';
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
import { auditText } from './audit.text';
import { callColumns } from './call-columns';
import { CallDrawer } from './call-drawer';
import { CallsFilters } from './calls-filters';
import { FILTER_KEYS, type CallsSearch } from './calls-search';
import type { StreamState } from './use-call-stream';
import { useLiveCalls } from './use-live-calls';

const text = auditText.calls;

interface CallsPageProps {
  slug: string;
  search: CallsSearch;
  onSearch: (search: CallsSearch) => void;
  ownOnly: boolean;
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
export function CallsPage({ slug, search, onSearch, ownOnly }: CallsPageProps) {
  const { stored, rows, stream, paused, held, pause, resume } = useLiveCalls(slug, search);
  const { call: openId, range, ...filters } = search;
  const close = () => onSearch({ ...search, call: undefined });
  const tokenName = rows.find(({ tokenId }) => tokenId === search.token)?.tokenName ?? search.token;
  const chips = FILTER_KEYS.flatMap((key) =>
    filters[key] === undefined
      ? []
      : [
          {
            key,
            name: text[key],
            value: key === 'token' ? String(tokenName) : (text.outcomes[String(filters[key])] ?? String(filters[key])),
          },
        ],
  );
  const tail = <TailControls stream={stream} paused={paused} held={held} onPause={pause} onResume={resume} />;
  return (
    <Page title={text.title} lead={ownOnly ? `${text.lead} ${text.own}` : text.lead} width="wide" actions={tail}>
      <CallsFilters key={search.tool ?? ''} search={search} onSearch={onSearch} />
      <FilterChips chips={chips} onRemove={(key) => onSearch({ ...search, [key]: undefined })} onClear={() => onSearch({ range })} />
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
                    <ButtonLink to="/w/$slug/connect" params={{ slug }}>
                      {text.connect}
                    </ButtonLink>
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
        call={rows.find(({ callId }) => callId === openId)}
        opened={openId !== undefined}
        onClose={close}
        onFilter={(filter) => onSearch({ ...search, ...filter, call: undefined })}
      />
    </Page>
  );
}
