import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { patternsText } from './patterns.text';

interface Toast {
  message: string;
  label: string;
  onUndo: () => void;
  /** Milliseconds, or until it is hidden. */
  autoClose: number | false;
}

function show({ message, label, onUndo, autoClose }: Toast): () => void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    color: 'teal',
    autoClose,
    withCloseButton: autoClose !== false,
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
  return () => notifications.hide(id);
}

/** Says what was done and, for ten seconds, takes it back at one click. */
export function showUndo(message: string, onUndo: () => void, label = patternsText.undo): void {
  show({ message, label, onUndo, autoClose: 10_000 });
}

/** Says what is about to be done, until the answer is called. */
export const showHeld = (message: string, onUndo: () => void): (() => void) =>
  show({ message, label: patternsText.undo, onUndo, autoClose: false });
