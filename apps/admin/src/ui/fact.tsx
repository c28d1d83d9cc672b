import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface FactProps {
  label: string;
  /** A dash stands where there is nothing. */
  children: ReactNode;
  /** Line breaks of the text are kept. */
  keepsLines?: boolean;
}

/** One term of a `dl` with what is said of it. */
export function Fact({ label, children, keepsLines }: FactProps) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} size="sm" style={{ overflowWrap: 'anywhere', ...(keepsLines && { whiteSpace: 'pre-wrap' }) }}>
        {children ?? '–'}
      </Text>
    </div>
  );
}
