import { Box, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import classes from './diff.module.css';
import { diffText } from './diff.text';
import { VisibleText } from './visible-text';
import { diffWords } from './word-diff';

/** Two texts as one: what went is struck out, what came is underlined, for eyes and for screen readers. */
export function TextDiff({ from, to }: { from: string; to: string }) {
  const parts = useMemo(() => diffWords(from, to), [from, to]);
  return (
    <Box className={classes['text'] ?? ''}>
      {parts.map(({ kind, text }, at) => {
        if (kind === 'same') return <VisibleText key={at}>{text}</VisibleText>;
        const Mark = kind === 'removed' ? 'del' : 'ins';
        return (
          <Mark key={at} className={classes[kind]}>
            <VisuallyHidden component="span">{diffText[kind]}: </VisuallyHidden>
            <VisibleText>{text}</VisibleText>
          </Mark>
        );
      })}
    </Box>
  );
}
