import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ToolSummary } from '@mcpnest/api-client';
import { useState } from 'react';
import { serversText } from './servers.text';

const text = serversText.add;

interface ToolChoiceProps {
  tools: readonly ToolSummary[];
  off: readonly string[];
  onOff: (off: string[]) => void;
}

/** Which tools of a server to offer. “All” and “None” act on what the filter shows. */
export function ToolChoice({ tools, off, onOff }: ToolChoiceProps) {
  const [filter, setFilter] = useState('');
  const shown = tools.filter(({ name, description }) => `${name} ${description ?? ''}`.toLowerCase().includes(filter.toLowerCase()));
  const names = new Set(shown.map(({ name }) => name));
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Group gap="xs">
          <TextInput
            aria-label={text.readOnly}
            placeholder={text.readOnly}
            size="xs"
            leftSection={<IconSearch size={14} />}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
          />
          <Button size="xs" variant="default" onClick={() => onOff(off.filter((name) => !names.has(name)))}>
            {text.all}
          </Button>
          <Button size="xs" variant="default" onClick={() => onOff([...new Set([...off, ...names])])}>
            {text.none}
          </Button>
        </Group>
        <Text size="sm" c="dimmed" aria-live="polite">
          {text.chosen(tools.length - off.length, tools.length)}
        </Text>
      </Group>
      <Stack gap={6} mah={360} style={{ overflowY: 'auto' }} tabIndex={0} role="group" aria-label={text.steps.tools}>
        {shown.map(({ name, description }) => (
          <Checkbox
            key={name}
            label={
              <Text span ff="monospace" size="sm">
                {name}
              </Text>
            }
            description={
              <Text span size="xs" lineClamp={2}>
                {description}
              </Text>
            }
            checked={!off.includes(name)}
            onChange={(event) => onOff(event.currentTarget.checked ? off.filter((one) => one !== name) : [...off, name])}
          />
        ))}
      </Stack>
    </Stack>
  );
}
