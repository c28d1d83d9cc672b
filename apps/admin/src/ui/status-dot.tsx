import { Group, Text } from '@mantine/core';
import classes from './status-dot.module.css';

export type Tone = 'good' | 'bad' | 'warn' | 'idle' | 'busy';

/** A coloured dot with its word: colour never speaks alone. */
export function StatusDot({ tone, label, size = 'sm' }: { tone: Tone; label: string; size?: 'xs' | 'sm' }) {
  return (
    <Group gap={8} wrap="nowrap" component="span" display="inline-flex">
      <span className={classes['dot']} data-tone={tone} aria-hidden="true" />
      <Text span size={size} inherit={false}>
        {label}
      </Text>
    </Group>
  );
}
