import { ActionIcon, Code, Group, Progress, Stack, Text } from '@mantine/core';
import type { EffectiveLimit } from '@mcpnest/api-client';
import { IconEdit, IconRestore } from '@tabler/icons-react';
import { formatNumber } from '../../../lib/format';
import type { Column } from '../../../patterns/data-table';
import { isOwn, limitName } from './limit-name';
import { limitsText } from './limits.text';

const text = limitsText;

/** A number with where it comes from; a rate also says how much at once may come after a pause. */
function NumberCell({ of: { value, source }, burst }: { of: EffectiveLimit['ratePerSecond']; burst?: EffectiveLimit['burst'] }) {
  return (
    <Stack gap={0} align="flex-end">
      <Text size="sm" {...(value === null && { c: 'dimmed' })}>
        {value === null ? text.unbounded : formatNumber(value)}
      </Text>
      {value !== null && (
        <Text size="xs" c="dimmed">
          {burst?.value != null && `${text.burst(burst.value)} · `}
          {text.source[source]}
        </Text>
      )}
    </Stack>
  );
}

function TodayCell({ callsToday, callsPerDay: { value } }: EffectiveLimit) {
  if (callsToday === null || value === null) return null;
  return (
    <Stack gap={4} miw={100}>
      <Text size="xs">{text.used(callsToday, value)}</Text>
      <Progress
        size="sm"
        value={Math.min(100, (callsToday / value) * 100)}
        color={callsToday >= value ? 'red' : 'indigo'}
        aria-label={text.used(callsToday, value)}
      />
    </Stack>
  );
}

interface RowActions {
  mayChange: boolean;
  onEdit: (limit: EffectiveLimit) => void;
  onClear: (limit: EffectiveLimit) => void;
}

export const limitColumns = ({ mayChange, onEdit, onClear }: RowActions): Column<EffectiveLimit>[] => [
  {
    key: 'name',
    label: text.columns.name,
    render: (limit) =>
      limit.scope === 'tool' ? (
        <Code>{limit.subject}</Code>
      ) : (
        <Text size="sm" miw={90}>
          {limitName(limit)}
        </Text>
      ),
  },
  {
    key: 'rate',
    label: text.columns.rate,
    align: 'right',
    render: ({ ratePerSecond, burst }) => <NumberCell of={ratePerSecond} burst={burst} />,
  },
  { key: 'concurrency', label: text.columns.concurrency, align: 'right', render: ({ concurrency }) => <NumberCell of={concurrency} /> },
  { key: 'calls', label: text.columns.calls, align: 'right', render: ({ callsPerDay }) => <NumberCell of={callsPerDay} /> },
  { key: 'today', label: text.columns.today, render: (limit) => <TodayCell {...limit} /> },
  {
    key: 'actions',
    label: text.columns.actions,
    quiet: true,
    align: 'right',
    render: (limit) =>
      mayChange && (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <ActionIcon variant="subtle" color="gray" aria-label={text.edit(limitName(limit))} onClick={() => onEdit(limit)}>
            <IconEdit size={16} />
          </ActionIcon>
          {isOwn(limit) && (
            <ActionIcon variant="subtle" color="gray" aria-label={text.remove(limitName(limit))} onClick={() => onClear(limit)}>
              <IconRestore size={16} />
            </ActionIcon>
          )}
        </Group>
      ),
  },
];
