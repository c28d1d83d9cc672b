import { ActionIcon, Button, CopyButton as Clipboard, Tooltip, type ButtonProps } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { uiText } from './ui.text';

interface CopyProps {
  value: string;
  /** What is copied, for screen readers: “the gateway URL”. */
  what: string;
  onCopied?: () => void;
}

/** An icon that copies a value and says so. */
export function CopyIcon({ value, what, onCopied }: CopyProps) {
  return (
    <Clipboard value={value} timeout={1_800}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? uiText.copied : uiText.copyThing(what)}>
          <ActionIcon
            variant="subtle"
            color={copied ? 'teal' : 'gray'}
            size="md"
            aria-label={copied ? uiText.copied : uiText.copyThing(what)}
            onClick={() => {
              copy();
              onCopied?.();
            }}
          >
            {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          </ActionIcon>
        </Tooltip>
      )}
    </Clipboard>
  );
}

/** A button that copies a value and says so. */
export function CopyTextButton({ value, what, onCopied, label = uiText.copy, ...button }: CopyProps & ButtonProps & { label?: string }) {
  return (
    <Clipboard value={value} timeout={1_800}>
      {({ copied, copy }) => (
        <Button
          {...button}
          aria-label={uiText.copyThing(what)}
          onClick={() => {
            copy();
            onCopied?.();
          }}
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        >
          <span aria-live="polite">{copied ? uiText.copied : label}</span>
        </Button>
      )}
    </Clipboard>
  );
}
