import { Anchor, Code, Stack, Text } from '@mantine/core';
import type { LedgerEntry } from '@mcpnest/api-client';
import type { Column } from '../../../patterns/data-table';
import { TimeAgo } from '../../../patterns/time-ago';
import { ledgerText as text } from './ledger.text';

/** Facts as `name: value`, short enough for a line. */
const factsOf = (facts: Record<string, unknown>): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');

function NumberCell({ number, onOpen }: { number: number; onOpen: () => void }) {
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      ff="monospace"
      aria-label={text.open(number)}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      {number}
    </Anchor>
  );
}

export const ledgerColumns = (open: (entry: LedgerEntry) => void): Column<LedgerEntry>[] => [
  {
    key: 'number',
    label: text.number,
    align: 'right',
    width: 72,
    render: (entry) => <NumberCell number={entry.number} onOpen={() => open(entry)} />,
  },
  { key: 'time', label: text.time, render: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  {
    key: 'actor',
    label: text.actor,
    render: ({ actor }) => (
      <Text size="sm" fw={600}>
        {actor.kind === 'system' ? text.system : actor.name}
      </Text>
    ),
  },
  { key: 'event', label: text.event, render: ({ event }) => <Code>{event}</Code> },
  {
    key: 'subject',
    label: text.subject,
    render: ({ subject }) => (
      <Stack gap={0}>
        <Text size="sm">{subject.name}</Text>
        <Text size="xs" c="dimmed">
          {subject.kind}
        </Text>
      </Stack>
    ),
  },
  {
    key: 'facts',
    label: text.facts,
    render: ({ facts }) => (
      <Text size="xs" c="dimmed" maw={420} style={{ overflowWrap: 'anywhere' }}>
        {factsOf(facts)}
      </Text>
    ),
  },
];
