import { Badge, Checkbox, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import type { LockChange } from '@mcpnest/api-client';
import { VisibleText } from '../../../patterns/diff/visible-text';
import { TimeAgo } from '../../../patterns/time-ago';
import classes from './changes.module.css';
import { changesText as text } from './changes.text';
import { RiskBadges } from './risk-marks';

const COLORS = { added: 'teal', changed: 'yellow', removed: 'gray' } as const;

/** What a change is about, in words for buttons and messages. */
export const nameOf = ({ kind, key, server }: LockChange): string =>
  `${kind === 'instructions' ? text.instructions : key} · ${server.name}`;

export function ChangeBadges({ change }: { change: LockChange }) {
  return (
    <Group gap={4}>
      <Badge size="sm" variant="light" color={COLORS[change.change]} tt="none">
        {text.changes[change.change]}
      </Badge>
      {change.state !== 'open' && (
        <Badge size="sm" variant="outline" color="gray" tt="none">
          {text.states[change.state]}
        </Badge>
      )}
      <RiskBadges marks={change.marks} />
    </Group>
  );
}

interface ChangeListProps {
  rows: readonly LockChange[];
  openId: string | undefined;
  selected: ReadonlySet<string>;
  onOpen: (change: LockChange) => void;
  onSelect: (change: LockChange) => void;
}

/** The changes, newest first; each can be opened beside the list and selected for a decision about several. */
export function ChangeList({ rows, openId, selected, onOpen, onSelect }: ChangeListProps) {
  return (
    <ul className={classes['list']} aria-label={text.title}>
      {rows.map((row) => (
        <li key={row.id} className={classes['row']} data-open={row.id === openId || undefined}>
          <Checkbox size="sm" mt={2} checked={selected.has(row.id)} aria-label={text.select(nameOf(row))} onChange={() => onSelect(row)} />
          <UnstyledButton
            className={classes['open'] ?? ''}
            aria-current={row.id === openId || undefined}
            data-change={row.id}
            onClick={() => onOpen(row)}
          >
            <Stack gap={4}>
              <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                {row.kind === 'instructions' ? text.instructions : <VisibleText>{row.key}</VisibleText>}
              </Text>
              <Text size="xs" c="dimmed">
                {row.server.name} {text.version(row.version)} · {text.kinds[row.kind]} · <TimeAgo at={row.firstSeenAt} />
              </Text>
              <ChangeBadges change={row} />
            </Stack>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
