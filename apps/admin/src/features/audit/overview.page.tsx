import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { Overview } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatMs, formatNumber } from '../../lib/format';
import { Page } from '../../patterns/page';
import { QueryView } from '../../patterns/query-view';
import { AnchorLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import { AnalyticsGroups } from './analytics-groups';
import { overviewQuery } from './audit.queries';
import { auditText } from './audit.text';
import { CallsLink } from './calls-link';

const text = auditText.overview;

type Item = Overview['attention'][number];

function Tile({ label, note, children }: { label: string; note?: ReactNode; children: ReactNode }) {
  return (
    <Panel>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={650} component="div">
        {children}
      </Text>
      <Text size="xs" c="dimmed" mih={18}>
        {note}
      </Text>
    </Panel>
  );
}

const msOf = (value: number | null) => (value === null ? '–' : formatMs(value));

function Tiles({ overview: { calls, activeClients } }: { overview: Overview }) {
  const { from, to } = calls;
  const share = calls.calls === 0 ? '–' : `${formatNumber(Math.round((1_000 * (calls.calls - calls.failed)) / calls.calls) / 10)} %`;
  const { total, upstream, gateway } = calls.latency;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
      <Tile label={text.calls}>
        <CallsLink slug={null} search={{ from, to }}>
          {formatNumber(calls.calls)}
        </CallsLink>
      </Tile>
      <Tile
        label={text.success}
        note={
          <CallsLink slug={null} search={{ from, to, outcome: 'failed' }}>
            {text.failed(calls.failed)}
          </CallsLink>
        }
      >
        {share}
      </Tile>
      <Tile label={text.p95} note={text.split(msOf(gateway.p95), msOf(upstream.p95))}>
        {msOf(total.p95)}
      </Tile>
      <Tile label={text.clients}>
        <AnchorLink inherit underline="always" to="/activity/analytics" search={{ from, to }}>
          {formatNumber(activeClients)}
        </AnchorLink>
      </Tile>
    </SimpleGrid>
  );
}

function Attention({ item: { kind, workspace, server, count, from } }: { item: Item }) {
  const words = text.attention[kind](count, server ?? workspace ?? '');
  if (kind === 'server-failing' && server) {
    return (
      <CallsLink slug={null} search={{ server, origin: 'upstream', from: from ?? undefined }}>
        {words}
      </CallsLink>
    );
  }
  if (workspace === null) return <Text>{words}</Text>;
  return (
    <AnchorLink inherit underline="always" to="/w/$slug/tokens" params={{ slug: workspace }}>
      {words}
    </AnchorLink>
  );
}

/** @param waiting what waits for a decision of the reader's, from the other rooms. */
export function OverviewPage({ waiting }: { waiting: ReactNode }) {
  const query = useQuery(overviewQuery);
  return (
    <Page title={text.title} lead={text.lead} width="wide">
      <QueryView query={query}>
        {(overview) => {
          const { calls, attention } = overview;
          return (
            <Stack gap="lg">
              <Tiles overview={overview} />
              <Panel title={text.needs}>
                <Stack gap="xs" component="ul" m={0} pl="md">
                  {attention.map((item) => (
                    <li key={`${item.kind}:${item.workspace ?? ''}:${item.server ?? ''}`}>
                      <Attention item={item} />
                    </li>
                  ))}
                  {waiting}
                  {attention.length === 0 && <li>{text.nothing}</li>}
                </Stack>
              </Panel>
              {calls.calls > 0 && <AnalyticsGroups slug={null} analytics={calls} search={{ from: calls.from, to: calls.to }} />}
            </Stack>
          );
        }}
      </QueryView>
    </Page>
  );
}
