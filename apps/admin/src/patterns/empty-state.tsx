import { Anchor, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';

interface EmptyStateProps {
  icon: ComponentType<{ size?: number }>;
  title: string;
  /** One sentence. */
  children: ReactNode;
  /** One primary action. */
  action?: ReactNode;
  doc?: { href: string; label: string };
}

/** Nothing here yet: what it would be, and the one step that brings it. */
export function EmptyState({ icon: Icon, title, children, action, doc }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" py={48} px="md" ta="center">
      <ThemeIcon size={48} radius="xl" variant="light" color="indigo" aria-hidden="true">
        <Icon size={24} />
      </ThemeIcon>
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed" maw={440}>
        {children}
      </Text>
      {(action || doc) && (
        <Group gap="md" mt={4} justify="center">
          {action}
          {doc && (
            <Anchor href={doc.href} size="sm">
              {doc.label}
            </Anchor>
          )}
        </Group>
      )}
    </Stack>
  );
}
