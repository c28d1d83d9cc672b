import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  title?: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Without inner padding, for tables. */
  flush?: boolean;
  tone?: 'plain' | 'danger';
}

/** A bordered section of a page with an optional heading line. */
export function Panel({ title, description, actions, children, flush = false, tone = 'plain' }: PanelProps) {
  return (
    <Box component="section" className={classes['panel'] ?? ''} data-tone={tone} aria-label={title}>
      {title && (
        <Group className={classes['head'] ?? ''} justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={2}>
            <Title order={2} size="h3">
              {title}
            </Title>
            {description && (
              <Text size="sm" c="dimmed">
                {description}
              </Text>
            )}
          </Stack>
          {actions && (
            <Group gap="xs" wrap="nowrap">
              {actions}
            </Group>
          )}
        </Group>
      )}
      <div className={flush ? classes['flush'] : classes['body']}>{children}</div>
    </Box>
  );
}
