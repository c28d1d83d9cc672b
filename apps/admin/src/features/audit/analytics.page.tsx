import { Group, Stack, Text } from '@mantine/core';
import type { CallAnalytics } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatDateTime, formatNumber } from '../../lib/format';
import { DataTable } from '../../patterns/data-table';
import { FilterChips } from '../../patterns/filter-chips';
import { Page } from '../../patterns/page';
import { QueryView } from '../../patterns/query-view';
import { Panel } from '../../ui/panel';
import { AnalyticsGroups } from './analytics-groups';
import { analyticsQuery } from './audit.queries';
import { auditText } from './audit.text';
import { CallBars } from './call-bars';
import { callChips } from './call-chips';
import { CallsFilters } from './calls-filters';
import { CallsLink } from './calls-link';
import type { CallsSearch } from './calls-search';
import { LatencyPanel, Percentile } from './latency-panel';

const text = auditText.analytics;

interface AnalyticsPageProps {
  /** Null: over all workspaces. */
  slug: string | null;
  search: CallsSearch;
  onSearch: (search: CallsSearch) => void;
  workspaces?: readonly { slug: string; name: string }[];
  trail?: ReactNode;
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="lg" fw={650} component="div">
        {children}
      </Text>
    </Stack>
  );
}

function OverTime({
  analytics,
  slug,
  search,
  onSearch,
}: { analytics: CallAnalytics } & Pick<AnalyticsPageProps, 'slug' | 'search' | 'onSearch'>) {
  const bars = analytics.bars.filter(({ calls }) => calls > 0);
  return (
    <Panel title={text.overTime}>
      <Stack gap="md">
        <CallBars histogram={analytics} onRange={(from, to) => onSearch({ ...search, from, to, range: undefined })} />
        <details>
          <summary>{text.asTable}</summary>
          <DataTable
            label={text.overTime}
            rows={bars}
            rowKey={({ from }) => from}
            columns={[
              { key: 'from', label: text.time, render: ({ from }) => formatDateTime(from) },
              {
                key: 'calls',
                label: text.calls,
                align: 'right',
                render: ({ from, to, calls }) => (
                  <CallsLink slug={slug} search={{ ...search, from, to, range: undefined }}>
                    {formatNumber(calls)}
                  </CallsLink>
                ),
              },
              {
                key: 'failed',
                label: text.failed,
                align: 'right',
                render: ({ calls, outcomes }) => formatNumber(calls - (outcomes['success'] ?? 0)),
              },
            ]}
          />
        </details>
      </Stack>
    </Panel>
  );
}

/** What calls amount to: over time, how fast, by whom and of what. */
export function AnalyticsPage({ slug, search, onSearch, workspaces, trail }: AnalyticsPageProps) {
  const query = useQuery(analyticsQuery(slug, search));
  return (
    <Page title={text.title} lead={text.lead} width="wide" trail={trail}>
      <CallsFilters search={search} onSearch={onSearch} {...(workspaces ? { workspaces } : {})} />
      <FilterChips
        chips={callChips(search)}
        onRemove={(key) => onSearch({ ...search, ...(key === 'period' ? { from: undefined, to: undefined } : { [key]: undefined }) })}
        onClear={() => onSearch({ range: search.range })}
      />
      <QueryView query={query}>
        {(analytics) => {
          if (analytics.calls === 0) return <Text>{text.empty}</Text>;
          const counted = { ...search, range: undefined, from: analytics.from, to: analytics.to };
          return (
            <Stack gap="lg">
              <Group gap={48}>
                <Figure label={text.calls}>
                  <CallsLink slug={slug} search={counted}>
                    {formatNumber(analytics.calls)}
                  </CallsLink>
                </Figure>
                <Figure label={text.failed}>
                  <CallsLink slug={slug} search={{ ...counted, outcome: 'failed' }}>
                    {formatNumber(analytics.failed)}
                  </CallsLink>{' '}
                  ({formatNumber(Math.round((1_000 * analytics.failed) / analytics.calls) / 10)} %)
                </Figure>
                <Figure label={text.p95}>
                  <Percentile slug={slug} search={counted} part="total" share="p95" of={analytics.latency.total} />
                </Figure>
              </Group>
              <OverTime analytics={analytics} slug={slug} search={search} onSearch={onSearch} />
              <LatencyPanel analytics={analytics} slug={slug} search={counted} />
              <AnalyticsGroups slug={slug} analytics={analytics} search={counted} />
            </Stack>
          );
        }}
      </QueryView>
    </Page>
  );
}
