import { Badge, Code, Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import classes from './diff.module.css';
import { diffText } from './diff.text';
import { diffJson, type JsonChange } from './json-diff';
import { TextDiff } from './text-diff';
import { VisibleText } from './visible-text';

const COLORS = { added: 'teal', removed: 'red', changed: 'yellow' } as const;
const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

function Place({ change }: { change: JsonChange }) {
  const { kind, path, from, to } = change;
  return (
    <li className={classes['place']} data-kind={kind}>
      <Group gap="xs" mb={4}>
        <Badge size="sm" variant="light" color={COLORS[kind]} tt="none">
          {diffText[kind]}
        </Badge>
        <Code style={{ overflowWrap: 'anywhere' }}>
          <VisibleText>{path.join(' › ') || diffText.root}</VisibleText>
        </Code>
      </Group>
      {kind === 'changed' ? (
        <TextDiff from={written(from)} to={written(to)} />
      ) : (
        <div className={typeof (to ?? from) === 'string' ? classes['text'] : classes['mono']}>
          <VisibleText>{written(kind === 'added' ? to : from)}</VisibleText>
        </div>
      )}
    </li>
  );
}

/** Where two JSON values differ: each place with its path, texts word by word. */
export function JsonDiffList({ from, to }: { from: unknown; to: unknown }) {
  const changes = useMemo(() => diffJson(from, to), [from, to]);
  if (changes.length === 0) return <Text size="sm">{diffText.same}</Text>;
  return (
    <ul className={classes['places']}>
      {changes.map((change, at) => (
        <Place key={at} change={change} />
      ))}
    </ul>
  );
}
