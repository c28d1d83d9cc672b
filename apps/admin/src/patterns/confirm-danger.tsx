import { Button, Code, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { patternsText } from './patterns.text';
import { ProblemAlert } from './problem-alert';

interface ConfirmDangerProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will stop working, and for whom. */
  children: ReactNode;
  confirmLabel: string;
  /** Must be typed when given. */
  word?: string;
  pending: boolean;
  error: unknown;
  onConfirm: () => void;
}

/** Asks before something ends for good. */
export function ConfirmDanger({ opened, onClose, title, children, confirmLabel, word, pending, error, onConfirm }: ConfirmDangerProps) {
  const [typed, setTyped] = useState('');
  const close = () => {
    setTyped('');
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={<Text fw={650}>{title}</Text>} closeButtonProps={{ 'aria-label': patternsText.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        <Stack gap="md">
          <Text size="sm" component="div">
            {children}
          </Text>
          {word !== undefined && (
            <TextInput
              label={
                <>
                  {patternsText.typeToConfirm('')}
                  <Code>{word}</Code>
                </>
              }
              aria-label={patternsText.typeToConfirm(word)}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              autoComplete="off"
              data-autofocus
            />
          )}
          {error !== null && error !== undefined && <ProblemAlert error={error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close}>
              {patternsText.cancel}
            </Button>
            <Button color="red" type="submit" loading={pending} disabled={word !== undefined && typed !== word}>
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
