import { Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatBytes, formatNumber } from '../../../lib/format';
import { useCan } from '../../../lib/permissions';
import { DataTable, type Column } from '../../../patterns/data-table';
import { LongTable } from '../../../patterns/long-table';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import { toolAddress } from '../tools.mutations';
import { billQuery } from './curation.queries';
import { curationText } from './curation.text';
import { Prune } from './prune';

const text = curationText.bill;
const PERIOD_MS = 30 * 86_400_000;

interface Cost {
  bytes: number;
  tokens: number;
  calls: number;
}
interface ServerRow extends Cost {
  server: string;
  tools: number;
  unused: number;
  exposedAt: string;
}
interface ToolRow extends Cost {
  server: string;
  tool: string;
  name: string | null;
  published: boolean;
  unused: boolean;
}

const costColumns = <Row extends Cost>(): Column<Row>[] => [
  { key: 'size', label: text.size, align: 'right', render: ({ bytes }) => formatBytes(bytes) },
  { key: 'tokens', label: text.tokens, align: 'right', render: ({ tokens }) => formatNumber(tokens) },
  { key: 'calls', label: text.calls, align: 'right', render: ({ calls }) => formatNumber(calls) },
];

const serverColumns: Column<ServerRow>[] = [
  { key: 'server', label: text.server, render: ({ server }) => server },
  { key: 'published', label: text.published, align: 'right', render: ({ tools }) => formatNumber(tools) },
  ...costColumns<ServerRow>(),
  { key: 'unused', label: text.unused, align: 'right', render: ({ unused }) => formatNumber(unused) },
];

const toolColumns: Column<ToolRow>[] = [
  {
    key: 'tool',
    label: text.tool,
    render: ({ name, tool, published, unused }) => (
      <Group gap="xs">
        <Text size="sm" ff="monospace">
          {name ?? tool}
        </Text>
        {unused && (
          <Badge size="xs" variant="light" color="yellow" tt="none">
            {text.isUnused}
          </Badge>
        )}
        {!published && (
          <Badge size="xs" variant="light" color="gray" tt="none">
            {text.hidden}
          </Badge>
        )}
      </Group>
    ),
  },
  { key: 'server', label: text.server, render: ({ server }) => server },
  ...costColumns<ToolRow>(),
];

/** What the list of tools costs every client, and what of it nobody uses. */
export function BillTab({ slug }: { slug: string }) {
  const bill = useQuery(billQuery(slug));
  const mayWrite = useCan('tools:write', slug);
  return (
    <QueryView query={bill}>
      {({ bytes, tokens, servers, tools }) => {
        const unused = tools.filter((tool) => tool.unused);
        const young = servers.filter((server) => server.unused > 0 && Date.now() - Date.parse(server.exposedAt) < PERIOD_MS);
        return (
          <Stack gap="lg">
            <Group justify="space-between" align="flex-start">
              <Stack gap={2} maw={720}>
                <Text fw={650} size="lg">
                  {text.total(formatBytes(bytes), formatNumber(tokens))}
                </Text>
                <Text size="sm" c="dimmed">
                  {text.lead} {unused.length === 0 && text.none}
                  {young.length > 0 && text.young(young.map(({ server }) => server).join(', '))}
                </Text>
              </Stack>
              {mayWrite && unused.length > 0 && <Prune slug={slug} unused={unused} />}
            </Group>
            <Panel title={text.servers} flush>
              <DataTable label={text.servers} rows={servers} rowKey={({ server }) => server} columns={serverColumns} />
            </Panel>
            <Panel title={text.tools} flush>
              <LongTable label={text.tools} rows={tools} rowKey={toolAddress} columns={toolColumns} rowHeight={49} />
            </Panel>
          </Stack>
        );
      }}
    </QueryView>
  );
}
