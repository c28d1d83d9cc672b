import { Stack, Text } from '@mantine/core';
import classes from './diff.module.css';
import { diffText } from './diff.text';
import { diffJson } from './json-diff';
import { JsonDiffList } from './json-diff-list';
import { TextDiff } from './text-diff';
import { VisibleText } from './visible-text';

/** The value of a JSON text, or the text itself where it is none (instructions). */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const pretty = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

/** A definition before and after, as its server wrote it; null where that side has none. */
export function DefinitionDiff({ from, to }: { from: string | null; to: string | null }) {
  if (from === null || to === null) {
    const only = valueOf(from ?? to ?? '');
    return (
      <div className={typeof only === 'string' ? classes['text'] : classes['mono']}>
        <VisibleText>{pretty(only)}</VisibleText>
      </div>
    );
  }
  const [left, right] = [valueOf(from), valueOf(to)];
  if (typeof left === 'string' && typeof right === 'string') return <TextDiff from={left} to={right} />;
  // Twice the same member, for one: parsed they are alike, as written they are not.
  if (from !== to && diffJson(left, right).length === 0)
    return (
      <Stack gap="xs">
        <Text size="sm">{diffText.raw}</Text>
        <TextDiff from={from} to={to} />
      </Stack>
    );
  return <JsonDiffList from={left} to={right} />;
}
