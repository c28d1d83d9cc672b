import { Stack, Table, Text } from '@mantine/core';
import type { CallAnalytics } from '@mcpnest/api-client';
import { formatDateTime, formatMs, formatNumber } from '../../lib/format';
import { DataTable, type Column } from '../../patterns/data-table';
import { Panel } from '../../ui/panel';
import { auditText } from './audit.text';
import { CallsLink } from './calls-link';
import type { CallsSearch } from './calls-search';

const text = auditText.analytics;
const PARTS = ['total', 'upstream', 'gateway'] as const;
const SHARES = ['p50', 'p95', 'p99'] as const;
const COLORS = { total: 'grape', upstream: 'indigo', gateway: 'teal' } as const;
const [WIDTH, HEIGHT] = [600, 90];

type Point = CallAnalytics['latencies'][number];
type Latency = CallAnalytics['latency']['total'];
type Part = (typeof PARTS)[number];
type Share = (typeof SHARES)[number];

const FILTERS = { total: 'latencyMin', upstream: 'upstreamMin', gateway: 'gatewayMin' } as const;

interface WhereProps {
  /** Null: over all workspaces. */
  slug: string | null;
  /** What the numbers count, with its period. */
  search: CallsSearch;
}

/** A percentile that leads to the calls from there on; their number says how many rows that are. */
export function Percentile({ slug, search, part, share, of }: WhereProps & { part: Part; share: Share; of: Latency }) {
  const [value, slow] = [of[share], of.rows[share]];
  if (value === null || slow === null) return '–';
  const filter = FILTERS[part];
  return (
    <CallsLink
      slug={slug}
      search={{ ...search, [filter]: Math.max(search[filter] ?? 0, slow.atLeastMs) }}
      title={text.from(formatNumber(slow.calls), formatMs(slow.atLeastMs))}
    >
      {formatMs(value)}
    </CallsLink>
  );
}

/** The 95th percentiles over time, as lines on a scale of tenfold steps; bars without calls break them. */
function Lines({ points }: { points: readonly Point[] }) {
  const values = points.flatMap((point) => PARTS.flatMap((part) => point[part].p95 ?? []));
  const top = Math.log10(Math.max(10, ...values));
  const bottom = Math.min(0, Math.log10(Math.min(1, ...values)));
  const y = (value: number) => HEIGHT - 4 - ((HEIGHT - 8) * (Math.log10(value) - bottom)) / (top - bottom);
  const pathOf = (part: (typeof PARTS)[number]) => {
    let isDown = false;
    return points
      .map((point, at) => {
        const value = point[part].p95;
        const command = value === null ? '' : `${isDown ? 'L' : 'M'}${((at + 0.5) * WIDTH) / points.length} ${y(value)}h0.01`;
        isDown = value !== null;
        return command;
      })
      .join('');
  };
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" width="100%" height={HEIGHT} aria-hidden="true">
      {PARTS.map((part) => (
        <path
          key={part}
          d={pathOf(part)}
          fill="none"
          stroke={`var(--mantine-color-${COLORS[part]}-filled)`}
          strokeWidth={3}
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}

/** A bar's percentiles, with where it ends. */
type Row = Point & { readonly to: string };

const columnsOf = ({ slug, search }: WhereProps): Column<Row>[] => [
  { key: 'from', label: text.time, render: ({ from }) => formatDateTime(from) },
  ...PARTS.map((part) => ({
    key: part,
    label: `${text.parts[part]} · p95`,
    align: 'right' as const,
    render: (row: Row) => (
      <Percentile slug={slug} search={{ ...search, from: row.from, to: row.to }} part={part} share="p95" of={row[part]} />
    ),
  })),
];

/** How long calls take, and whose time that is. */
export function LatencyPanel({ analytics: { latency, latencies, bars }, ...where }: { analytics: CallAnalytics } & WhereProps) {
  const rows = latencies.map((point, at) => ({ ...point, to: bars[at]?.to ?? point.from }));
  return (
    <Panel title={text.latency} description={text.latencyLead}>
      <Stack gap="md">
        <Table maw={520}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th />
              {SHARES.map((share) => (
                <Table.Th key={share} ta="right">
                  {share}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {PARTS.map((part) => (
              <Table.Tr key={part}>
                <Table.Th scope="row">
                  <Text span aria-hidden="true" c={`var(--mantine-color-${COLORS[part]}-filled)`}>
                    ■{' '}
                  </Text>
                  {text.parts[part]}
                </Table.Th>
                {SHARES.map((share) => (
                  <Table.Td key={share} ta="right">
                    <Percentile {...where} part={part} share={share} of={latency[part]} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Lines points={latencies} />
        <details>
          <summary>{text.asTable}</summary>
          <DataTable
            label={text.latency}
            columns={columnsOf(where)}
            rows={rows.filter(({ total }) => total.p95 !== null)}
            rowKey={({ from }) => from}
          />
        </details>
      </Stack>
    </Panel>
  );
}
