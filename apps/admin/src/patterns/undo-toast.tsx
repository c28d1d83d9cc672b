import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { patternsText } from './patterns.text';

/** Says what was done and, for ten seconds, takes it back at one click. */
export function showUndo(message: string, onUndo: () => void, label = patternsText.undo): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    color: 'teal',
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {label}
        </Button>
      </Group>
    ),
  });
}
