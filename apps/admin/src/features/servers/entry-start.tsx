import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import type { AddDraft } from './add-draft';
import { changeOfValue, changeOfWay, openPartsOf, type EntryOrigin } from './add-entry';
import { EntryInputs } from './browse/entry-inputs';
import { serversText } from './servers.text';

const text = serversText.add.entry;

interface EntryStartProps {
  draft: AddDraft;
  from: EntryOrigin;
  onChange: (change: Partial<AddDraft>) => void;
  /** Leaves the entry for whatever the person has themselves. */
  onLeave: () => void;
}

/** The beginning of a server that was found in a catalogue: how it is reached, and what its address asks for. */
export function EntryStart({ draft, from, onChange, onLeave }: EntryStartProps) {
  const inputs = from.ways.find(({ key }) => key === from.way)?.inputs ?? [];
  const open = openPartsOf(draft);
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {text.from(from.source.name ?? draft.name, from.source.version)}
        </Text>
        <Button size="compact-xs" variant="subtle" onClick={onLeave}>
          {text.leave}
        </Button>
      </Group>
      {from.ways.length > 1 && (
        <Radio.Group label={text.way} value={from.way} onChange={(key) => onChange(changeOfWay(from, key))}>
          <Stack gap="xs" mt="xs">
            {from.ways.map(({ key, part }) => (
              <Radio key={key} value={key} label={part.type === 'stdio' ? text.program : text.address} description={key} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {inputs.length > 0 && (
        <EntryInputs inputs={inputs} values={from.values} onValue={(variable, value) => onChange(changeOfValue(from, variable, value))} />
      )}
      {open.length > 0 && (
        <Alert color="yellow" variant="light" role="status">
          {text.open(open.join(', '))}
        </Alert>
      )}
    </Stack>
  );
}
