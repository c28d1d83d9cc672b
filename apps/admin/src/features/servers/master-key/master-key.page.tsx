import { Alert, Code, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { MasterKeyView } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatNumber } from '../../../lib/format';
import { DataTable, type Column } from '../../../patterns/data-table';
import { Page } from '../../../patterns/page';
import { QueryView } from '../../../patterns/query-view';
import { Fact } from '../../../ui/fact';
import { Panel } from '../../../ui/panel';
import { StatusDot, type Tone } from '../../../ui/status-dot';
import { MasterKeySteps } from './master-key-steps';
import { masterKeyQuery } from './master-key.queries';
import { masterKeyText as text } from './master-key.text';

const TONES: Readonly<Record<MasterKeyView['former'], Tone>> = { none: 'idle', needed: 'busy', 'not-needed': 'good' };

type Wrapping = MasterKeyView['masterKeys'][number];

const columns = (all: number): Column<Wrapping>[] => [
  {
    key: 'key',
    label: text.wrappedBy,
    render: ({ masterId, place }) => (
      <Stack gap={0}>
        <Text size="sm">{text.places[place]}</Text>
        <Code w="fit-content">{masterId ?? text.unnamed}</Code>
      </Stack>
    ),
  },
  { key: 'keys', label: text.dataKeys, align: 'right', render: ({ keys }) => formatNumber(keys) },
  { key: 'share', label: text.share, align: 'right', render: ({ keys }) => `${formatNumber(Math.round((keys / all) * 1_000) / 10)} %` },
];

function Standing({ view }: { view: MasterKeyView }) {
  const { id, formerId, dataKeys, waiting, former, masterKeys } = view;
  const done = dataKeys - waiting;
  // What has no name yet may be of either key, so only a change that is complete or none shows what is lost.
  const isStuck = former !== 'needed' && masterKeys.some(({ place, masterId }) => place === 'unknown' && masterId !== null);
  return (
    <>
      <Panel title={text.standing}>
        <Stack gap="md">
          <SimpleGrid component="dl" cols={{ base: 1, sm: 3 }} m={0}>
            <Fact label={text.inForce}>
              <Code>{id}</Code>
            </Fact>
            <Fact label={text.former}>{formerId === null ? text.noFormer : <Code>{formerId}</Code>}</Fact>
            <Fact label={text.dataKeys}>{formatNumber(dataKeys)}</Fact>
          </SimpleGrid>
          <Stack gap={4} role="status">
            <StatusDot tone={TONES[former]} label={text.states[former]} />
            <Text size="sm" c="dimmed">
              {text.whatNow[former]}
            </Text>
          </Stack>
          {former !== 'none' && dataKeys > 0 && (
            <Stack gap={4}>
              <Progress value={(done / dataKeys) * 100} aria-label={text.progress(done, dataKeys)} />
              <Text size="xs" c="dimmed">
                {text.progress(done, dataKeys)}
              </Text>
            </Stack>
          )}
          {isStuck && (
            <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={text.stuckTitle}>
              {text.stuck}
            </Alert>
          )}
        </Stack>
      </Panel>
      {dataKeys > 0 && (
        <Panel flush>
          <DataTable label={text.wrappedBy} columns={columns(dataKeys)} rows={masterKeys} rowKey={({ masterId }) => masterId ?? ''} />
        </Panel>
      )}
      <Panel title={text.stepsTitle}>
        <MasterKeySteps former={former} />
      </Panel>
    </>
  );
}

/** Where a change of the master key stands, and how one is made. `tabs` is the navigation of the settings. */
export function MasterKeyPage({ tabs }: { tabs: ReactNode }) {
  const masterKey = useQuery(masterKeyQuery);
  return (
    <Page title={text.title} lead={text.lead} trail={tabs}>
      <QueryView query={masterKey}>{(view) => <Standing view={view} />}</QueryView>
    </Page>
  );
}
