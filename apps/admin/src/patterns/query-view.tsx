import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { patternsText } from './patterns.text';
import { ProblemAlert } from './problem-alert';

interface QueryViewProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending' | 'refetch'>;
  /** How many grey lines stand in for the content. */
  lines?: number;
  children: (data: T) => ReactNode;
}

/** Loading, failed (with retry) or there: one place decides which. Old data stays visible while a retry fails. */
export function QueryView<T>({ query, lines = 4, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Stack gap="sm" p="md" aria-busy="true">
      <VisuallyHidden role="status">{patternsText.loading}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={18} width={`${92 - (line % 3) * 14}%`} />
      ))}
    </Stack>
  );
}
