import { Badge, Group, Text } from '@mantine/core';
import type { ServerExposure } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { formatNumber } from '../../../lib/format';
import { DataTable, type Column } from '../../../patterns/data-table';
import { QueryView } from '../../../patterns/query-view';
import { AnchorLink } from '../../../ui/links';
import { Panel } from '../../../ui/panel';
import { StatusDot } from '../../../ui/status-dot';
import { serverExposuresQuery } from './reach.queries';
import { reachText as text } from './reach.text';

function State({ enabled, versionState }: ServerExposure) {
  if (!enabled) return <StatusDot tone="idle" label={text.off} />;
  return versionState === 'approved' ? <StatusDot tone="good" label={text.on} /> : <StatusDot tone="bad" label={text.outOfService} />;
}

const COLUMNS: Column<ServerExposure>[] = [
  {
    key: 'workspace',
    label: text.workspace,
    render: ({ workspace }) => (
      <AnchorLink to="/w/$slug" params={{ slug: workspace.slug }} fw={600} size="sm">
        {workspace.name}
      </AnchorLink>
    ),
  },
  {
    key: 'version',
    label: text.version,
    render: ({ version, canaryVersion }) => (
      <Group gap="xs" wrap="nowrap">
        <Text size="sm">v{version}</Text>
        {canaryVersion !== null && (
          <Badge variant="light" color="violet" tt="none">
            {text.canary(canaryVersion)}
          </Badge>
        )}
      </Group>
    ),
  },
  { key: 'state', label: text.state, render: (row) => <State {...row} /> },
  { key: 'prefix', label: text.prefix, render: ({ toolPrefix }) => <Text size="sm">{toolPrefix ?? '–'}</Text> },
  { key: 'tokens', label: text.tokens, align: 'right', render: ({ activeTokens }) => formatNumber(activeTokens) },
];

/** The workspaces that show a server, with the version that each is on. */
export function ShownIn({ server }: { server: string }) {
  const exposures = useInfiniteQuery(serverExposuresQuery(server));
  return (
    <Panel title={text.title} description={text.lead} flush>
      <QueryView query={exposures} lines={2}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          if (rows.length === 0) {
            return (
              <Text size="sm" c="dimmed" p="md">
                {text.empty}
              </Text>
            );
          }
          return (
            <DataTable
              label={text.title}
              columns={COLUMNS}
              rows={rows}
              rowKey={({ workspace }) => workspace.id}
              onMore={exposures.hasNextPage ? () => void exposures.fetchNextPage() : undefined}
              loadingMore={exposures.isFetchingNextPage}
            />
          );
        }}
      </QueryView>
    </Panel>
  );
}
