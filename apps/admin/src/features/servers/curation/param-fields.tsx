import { Badge, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { optionsOf } from '../../../lib/options-of';
import { curationText } from './curation.text';
import type { ParamDraft } from './param-drafts';

const text = curationText.params;
const MODES = optionsOf(text.modes);

interface ParamFieldsProps {
  drafts: ParamDraft[];
  disabled: boolean;
  error: string | null;
  onChange: (drafts: ParamDraft[]) => void;
}

/** Which parameters of a tool its clients set, and what stands in the place of the others. */
export function ParamFields({ drafts, disabled, error, onChange }: ParamFieldsProps) {
  if (drafts.length === 0) return null;
  const change = (name: string, part: Partial<ParamDraft>) =>
    onChange(drafts.map((draft) => (draft.name === name ? { ...draft, ...part } : draft)));
  return (
    <Stack gap="sm" role="group" aria-label={text.title}>
      <Stack gap={2}>
        <Text size="sm" fw={600}>
          {text.title}
        </Text>
        <Text size="xs" c="dimmed">
          {text.hint}
        </Text>
      </Stack>
      {drafts.map(({ name, mode, text: value, isText, isRequired, isThere }) => (
        <Stack key={name} gap={4}>
          <Group gap="sm" justify="space-between">
            <Group gap="xs">
              <Text size="sm" ff="monospace">
                {name}
              </Text>
              {isRequired && (
                <Badge size="xs" variant="light" tt="none">
                  {text.required}
                </Badge>
              )}
              {!isThere && (
                <Badge size="xs" variant="light" color="red" tt="none">
                  {text.gone}
                </Badge>
              )}
            </Group>
            <SegmentedControl
              size="xs"
              aria-label={text.mode(name)}
              disabled={disabled}
              data={MODES}
              value={mode}
              onChange={(next) => change(name, { mode: next as ParamDraft['mode'] })}
            />
          </Group>
          {mode === 'pinned' && (
            <TextInput
              size="xs"
              ff="monospace"
              aria-label={text.value(name)}
              placeholder={isText ? text.text : text.json}
              disabled={disabled}
              spellCheck={false}
              value={value}
              onChange={(event) => change(name, { text: event.currentTarget.value })}
            />
          )}
        </Stack>
      ))}
      {error !== null && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}
