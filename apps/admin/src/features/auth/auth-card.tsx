import { Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { Brand } from '../../ui/brand';
import classes from './auth-card.module.css';

/** The frame of the pages that stand outside the console. */
export function AuthCard({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · MCPNest`;
  }, [title]);
  return (
    <main className={classes['ground']}>
      <Stack gap="xl" w="100%" maw={440}>
        <Brand size={34} />
        <Paper className={classes['card'] ?? ''} p={{ base: 'lg', xs: 32 }}>
          <Stack gap="lg">
            <Stack gap={6}>
              <Title order={1}>{title}</Title>
              {lead && (
                <Text c="dimmed" size="sm">
                  {lead}
                </Text>
              )}
            </Stack>
            {children}
          </Stack>
        </Paper>
      </Stack>
    </main>
  );
}
