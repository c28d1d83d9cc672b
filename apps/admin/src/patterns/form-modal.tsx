import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { patternsText } from './patterns.text';
import { ProblemAlert } from './problem-alert';

interface FormModalProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  lead?: ReactNode;
  submitLabel: string;
  canSubmit: boolean;
  pending: boolean;
  /** What was refused and belongs to no field. */
  error: unknown;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** `lg` and up for what has to be read before it is sent. */
  size?: 'md' | 'lg' | 'xl';
  children: ReactNode;
}

/** A short form in a dialog: fields, the refusal beside them, one way out and one way on. */
export function FormModal({
  opened,
  onClose,
  title,
  lead,
  submitLabel,
  canSubmit,
  pending,
  error,
  onSubmit,
  size = 'md',
  children,
}: FormModalProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={size}
      title={<Text fw={650}>{title}</Text>}
      closeButtonProps={{ 'aria-label': patternsText.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          {lead && (
            <Text size="sm" c="dimmed">
              {lead}
            </Text>
          )}
          {children}
          {error !== null && error !== undefined && <ProblemAlert error={error} />}
          <Group justify="flex-end" gap="sm" mt={4}>
            <Button variant="default" onClick={onClose}>
              {patternsText.cancel}
            </Button>
            <Button type="submit" loading={pending} disabled={!canSubmit}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
