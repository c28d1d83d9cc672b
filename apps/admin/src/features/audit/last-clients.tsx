import { Text } from '@mantine/core';
import type { Call } from '@mcpnest/api-client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { formatNumber } from '../../lib/format';
import { DataTable, type Column } from '../../patterns/data-table';
import { QueryView } from '../../patterns/query-view';
import { TimeAgo } from '../../patterns/time-ago';
import { AnchorLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import { recentCallsQuery } from './audit.queries';
import { auditText } from './audit.text';
import { useCallStream } from './use-call-stream';

const text = auditText.clients;

interface ClientRow {
  key: string;
  name: string;
  tokenId: string;
  tokenName: string;
  calls: number;
  lastAt: string;
}

/** One row per client and token, newest first. `calls` are newest first. */
export function clientRows(calls: readonly Call[]): ClientRow[] {
  const rows = new Map<string, ClientRow>();
  for (const { clientName, tokenId, tokenName, createdAt } of calls) {
    const key = `${tokenId} ${clientName ?? ''}`;
    const row = rows.get(key);
    if (row) row.calls += 1;
    else rows.set(key, { key, name: clientName ?? text.unnamed, tokenId, tokenName, calls: 1, lastAt: createdAt });
  }
  return [...rows.values()];
}

const columns = (slug: string): Column<ClientRow>[] => [
  {
    key: 'client',
    label: text.client,
    render: ({ name }) => (
      <Text size="sm" fw={600}>
        {name}
      </Text>
    ),
  },
  {
    key: 'token',
    label: text.token,
    render: ({ tokenId, tokenName }) => (
      <AnchorLink size="sm" to="/w/$slug/calls" params={{ slug }} search={{ token: tokenId }}>
        {tokenName}
      </AnchorLink>
    ),
  },
  { key: 'calls', label: text.calls, align: 'right', render: ({ calls }) => formatNumber(calls) },
  { key: 'last', label: text.last, render: ({ lastAt }) => <TimeAgo at={lastAt} /> },
];

/** Who called last; follows the live calls. */
export function LastClients({ slug }: { slug: string }) {
  const queries = useQueryClient();
  const query = recentCallsQuery(slug);
  const recent = useQuery(query);
  useCallStream({
    slug,
    enabled: true,
    onCalls: (calls) => queries.setQueryData(query.queryKey, (before) => before && [...calls.toReversed(), ...before].slice(0, 200)),
  });
  return (
    <Panel
      title={text.title}
      description={text.lead}
      flush
      actions={
        <AnchorLink size="sm" to="/w/$slug/calls" params={{ slug }}>
          {text.all}
        </AnchorLink>
      }
    >
      <QueryView query={recent} lines={2}>
        {(calls) =>
          calls.length === 0 ? (
            <Text size="sm" c="dimmed" px="lg" pb="lg">
              {text.empty}
            </Text>
          ) : (
            <DataTable label={text.title} columns={columns(slug)} rows={clientRows(calls)} rowKey={({ key }) => key} />
          )
        }
      </QueryView>
    </Panel>
  );
}
