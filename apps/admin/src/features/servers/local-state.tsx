import { Alert, Badge, Button, Code, Group, Stack, Table, Text } from '@mantine/core';
import type { LocalServer } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { formatBytes } from '../../lib/format';
import { useCan } from '../../lib/permissions';
import { QueryView } from '../../patterns/query-view';
import { TimeAgo } from '../../patterns/time-ago';
import { Panel } from '../../ui/panel';
import { LocalFence, LocalPackageState } from './local-standing';
import { useEndProcesses } from './local.mutations';
import { processesQuery } from './local.queries';
import { localText } from './local.text';

const COLOURS = { stopped: 'gray', starting: 'blue', running: 'teal', failing: 'red' } as const;

function Processes({ processes }: Pick<LocalServer, 'processes'>) {
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {[localText.process, localText.serves, localText.memory, localText.cpu, localText.since].map((label) => (
              <Table.Th key={label}>{label}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {processes.map(({ pid, purpose, memoryBytes, cpuMs, startedAt }) => (
            <Table.Tr key={pid}>
              <Table.Td>{pid}</Table.Td>
              <Table.Td>{localText.purpose[purpose]}</Table.Td>
              <Table.Td>{memoryBytes === null ? '–' : formatBytes(memoryBytes)}</Table.Td>
              <Table.Td>{cpuMs === null ? '–' : `${(cpuMs / 1_000).toFixed(1)} s`}</Table.Td>
              <Table.Td>
                <TimeAgo at={startedAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function State({ state }: { state: LocalServer }) {
  const { lastEnd, nextStartMs, stderr } = state;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Badge color={COLOURS[state.status]} variant="light" tt="none">
          {localText.status[state.status]}
        </Badge>
        <Text size="sm">{localText.version(state.version)}</Text>
        {state.runner !== null && <Text size="sm">{localText.onRunner(state.runner)}</Text>}
        <Text size="sm" c="dimmed">
          {localText.starts(state.starts, state.restarts)}
        </Text>
      </Group>
      {lastEnd && (
        <Alert color={state.status === 'failing' ? 'red' : 'yellow'} variant="light">
          {localText.lastEnd(lastEnd.code, lastEnd.signal)}, <TimeAgo at={lastEnd.at} />
          {nextStartMs > 0 && `. ${localText.nextStart(Math.ceil(nextStartMs / 1_000))}`}
        </Alert>
      )}
      {state.processes.length > 0 && <Processes processes={state.processes} />}
      {stderr.length > 0 && (
        <div>
          <Text size="xs" c="dimmed" mb={4}>
            {localText.stderr}
          </Text>
          <Code block mah={240} style={{ overflow: 'auto' }} tabIndex={0} aria-label={localText.stderr}>
            {stderr.join('\n')}
          </Code>
        </div>
      )}
    </Stack>
  );
}

/** What runs of a local server, why it ended, what keeps it apart; for those who may have programs run. */
export function LocalState({ slug, spec, scripts }: { slug: string; spec: string | null; scripts: string[] }) {
  const mayRun = useCan('servers:run-local');
  const query = useQuery({ ...processesQuery(slug), enabled: mayRun });
  const end = useEndProcesses(slug);
  if (!mayRun) return null;
  return (
    <Panel
      title={localText.state}
      description={localText.lead}
      actions={
        <Group gap="xs">
          {(['restart', 'stop'] as const).map((by) => (
            <Button key={by} size="xs" variant="default" loading={end.isPending && end.variables === by} onClick={() => end.mutate(by)}>
              {localText[by]}
            </Button>
          ))}
        </Group>
      }
    >
      <Stack gap="lg">
        {spec !== null && <LocalPackageState spec={spec} scripts={scripts} />}
        <QueryView query={query}>
          {(states) =>
            states.length === 0 ? (
              <Text size="sm" c="dimmed">
                {localText.never}
              </Text>
            ) : (
              <Stack gap="lg">
                {states.map((state, at) => (
                  <State key={at} state={state} />
                ))}
              </Stack>
            )
          }
        </QueryView>
        <LocalFence />
      </Stack>
    </Panel>
  );
}
