import { Badge, Group, Stack, Text } from '@mantine/core';
import type { LocalRunner } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatBytes } from '../../lib/format';
import { DataTable, type Column } from '../../patterns/data-table';
import { Page } from '../../patterns/page';
import { QueryView } from '../../patterns/query-view';
import { AnchorLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import { LocalFence } from './local-standing';
import { localFenceQuery } from './local.queries';
import { localText } from './local.text';

const text = localText.settings;

type Hosted = LocalRunner['hosts'][number];

const ServerLink = ({ server }: Pick<Hosted, 'server'>) => (
  <AnchorLink to="/catalogue/$server" params={{ server }} size="sm">
    {server}
  </AnchorLink>
);

const COLUMNS: readonly Column<Hosted>[] = [
  { key: 'server', label: text.hosted, render: ({ server }) => <ServerLink server={server} /> },
  { key: 'version', label: text.version, render: ({ version }) => version },
  { key: 'status', label: text.status, render: ({ status }) => localText.status[status] },
  { key: 'processes', label: text.processes, align: 'right', render: ({ processes }) => processes },
  {
    key: 'memory',
    label: localText.memory,
    align: 'right',
    render: ({ memoryBytes }) => (memoryBytes === null ? '–' : formatBytes(memoryBytes)),
  },
];

function Runner({ runner }: { runner: LocalRunner }) {
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Text ff="monospace" size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {runner.name}
        </Text>
        {runner.fence === null ? (
          <Badge color="red" variant="light" tt="none">
            {text.silent}
          </Badge>
        ) : (
          <Badge variant="default" tt="none">
            {localText.fences[runner.fence]}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {text.counts(runner.running, runner.waiting)}
        </Text>
      </Group>
      {runner.hosts.length > 0 ? (
        <DataTable label={runner.name} columns={COLUMNS} rows={runner.hosts} rowKey={({ server, version }) => `${server} ${version}`} />
      ) : (
        <Text size="sm" c="dimmed">
          {text.idle}
        </Text>
      )}
    </Stack>
  );
}

/** Where local servers run, and what keeps them apart. `tabs` is the navigation of the settings. */
export function LocalServersPage({ tabs }: { tabs: ReactNode }) {
  const standing = useQuery(localFenceQuery);
  return (
    <Page title={text.title} lead={text.lead} trail={tabs}>
      <QueryView query={standing}>
        {({ enabled, isOnRunners, runners }) => (
          <Stack gap="lg">
            {!enabled && <Text size="sm">{text.off}</Text>}
            <Panel title={text.fence}>
              <LocalFence />
            </Panel>
            <Panel title={text.runners} description={isOnRunners ? text.runnersLead : text.here}>
              {isOnRunners && (
                <Stack gap="xl">
                  {runners.length === 0 && <Text size="sm">{text.none}</Text>}
                  {runners.map((runner) => (
                    <Runner key={runner.name} runner={runner} />
                  ))}
                </Stack>
              )}
            </Panel>
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}
