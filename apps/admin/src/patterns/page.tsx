import { Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import classes from './page.module.css';
import { patternsText } from './patterns.text';

interface PageProps {
  title: string;
  /** One sentence that says what the page is for. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** Above the title: where this page belongs. */
  trail?: ReactNode;
  width?: 'narrow' | 'normal' | 'wide';
  children: ReactNode;
}

/** The frame of every page: title, lead, actions, and the document's title. */
export function Page({ title, lead, actions, trail, width = 'normal', children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · ${patternsText.product}`;
  }, [title]);
  return (
    <Stack gap="lg" className={classes['page'] ?? ''} data-width={width}>
      <Stack gap={4}>
        {trail}
        <Group justify="space-between" align="flex-end" gap="md">
          <Stack gap={4} maw={680}>
            <Title order={1} tabIndex={-1} id="page-title">
              {title}
            </Title>
            {lead && (
              <Text c="dimmed" size="sm">
                {lead}
              </Text>
            )}
          </Stack>
          {actions && <Group gap="sm">{actions}</Group>}
        </Group>
      </Stack>
      {children}
    </Stack>
  );
}
