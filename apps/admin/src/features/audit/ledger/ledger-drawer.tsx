import { Anchor, Code, Drawer, SimpleGrid, Stack, Text } from '@mantine/core';
import type { LedgerEntry } from '@mcpnest/api-client';
import { formatDateTime } from '../../../lib/format';
import { patternsText } from '../../../patterns/patterns.text';
import { Fact } from '../../../ui/fact';
import { LedgerChange } from './ledger-change';
import type { LedgerSearch } from './ledger-search';
import { ledgerText as text } from './ledger.text';

interface LedgerDrawerProps {
  entry: LedgerEntry | undefined;
  number: number | undefined;
  onClose: () => void;
  onFilter: (filter: Partial<LedgerSearch>) => void;
}

function Facts({ entry, onFilter }: { entry: LedgerEntry; onFilter: LedgerDrawerProps['onFilter'] }) {
  const narrow = (filter: Partial<LedgerSearch>, shown: string) => (
    <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onFilter(filter)}>
      {shown}
    </Anchor>
  );
  const { actor, subject } = entry;
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2 }} spacing="md" m={0}>
      <Fact label={text.event}>{narrow({ event: entry.event }, entry.event)}</Fact>
      <Fact label={text.time}>{formatDateTime(entry.createdAt)}</Fact>
      <Fact label={text.actor}>{narrow({ actor: actor.id ?? actor.name }, actor.name)}</Fact>
      <Fact label={text.subject}>
        {subject.kind} {narrow({ subject: subject.id }, subject.name)}
      </Fact>
      <Fact label={text.workspace}>{entry.workspaceId && narrow({ workspace: entry.workspaceId }, entry.workspaceId)}</Fact>
      <Fact label={text.request}>
        <Code>{entry.requestId}</Code>
      </Fact>
      <Fact label={text.hash}>
        {entry.sequence === null ? text.notChained : text.chained(entry.sequence)} {entry.hash && <Code>{entry.hash.slice(0, 16)}</Code>}
      </Fact>
      {Object.entries(entry.facts).map(([name, value]) => (
        <Fact key={name} label={name}>
          {typeof value === 'string' ? value : JSON.stringify(value)}
        </Fact>
      ))}
    </SimpleGrid>
  );
}

/** One fact with what changed, before and after. */
export function LedgerDrawer({ entry, number, onClose, onFilter }: LedgerDrawerProps) {
  return (
    <Drawer
      opened={number !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={<Text fw={650}>{text.detail(number ?? 0)}</Text>}
      closeButtonProps={{ 'aria-label': patternsText.close }}
    >
      {entry ? (
        <Stack gap="lg">
          <Facts entry={entry} onFilter={onFilter} />
          <Text fw={600} size="sm" component="h3" m={0}>
            {text.changes}
          </Text>
          {entry.changes.length === 0 && <Text size="sm">{text.noChanges}</Text>}
          {entry.changes.map((change, at) => (
            <LedgerChange key={`${change.kind}-${change.id ?? ''}-${at}`} change={change} />
          ))}
          {entry.moreChanges > 0 && <Text size="sm">{text.more(entry.moreChanges)}</Text>}
        </Stack>
      ) : (
        <Text size="sm">{text.notLoaded}</Text>
      )}
    </Drawer>
  );
}
