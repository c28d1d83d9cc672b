import { Button, Group } from '@mantine/core';
import { IconCheck, IconHistory, IconLock } from '@tabler/icons-react';
import type { ChangeDecision } from './changes.mutations';
import { changesText as text } from './changes.text';

interface DecisionButtonsProps {
  /** Nothing of it was ever approved, so there is nothing old to keep. */
  isNew: boolean;
  pending: boolean;
  size?: 'sm' | 'xs';
  onDecide: (decision: ChangeDecision) => void;
}

/** The three things that can be decided about a change. */
export function DecisionButtons({ isNew, pending, size = 'sm', onDecide }: DecisionButtonsProps) {
  return (
    <Group gap="sm">
      <Button
        size={size}
        leftSection={<IconCheck size={14} />}
        disabled={pending}
        aria-keyshortcuts="a"
        onClick={() => onDecide('approve')}
      >
        {text.decisions.approve}
      </Button>
      <Button
        size={size}
        variant="default"
        leftSection={<IconHistory size={14} />}
        disabled={pending}
        aria-keyshortcuts="k"
        onClick={() => onDecide('keep')}
      >
        {isNew ? text.keepNew : text.decisions.keep}
      </Button>
      <Button
        size={size}
        color="red"
        variant="light"
        leftSection={<IconLock size={14} />}
        disabled={pending}
        aria-keyshortcuts="b"
        onClick={() => onDecide('block')}
      >
        {text.decisions.block}
      </Button>
    </Group>
  );
}
