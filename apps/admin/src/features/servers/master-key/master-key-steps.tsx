import { Badge, Group, List, Stack, Text } from '@mantine/core';
import type { MasterKeyView } from '@mcpnest/api-client';
import type { ReactNode } from 'react';
import { CodeBlock } from '../../../ui/code-block';
import { masterKeyText as text } from './master-key.text';

const MAKE = 'openssl rand -base64 32';
const VARIABLES = 'MCPNEST_MASTER_KEY=<the new key>\nMCPNEST_FORMER_MASTER_KEY=<the key before>';
/** Which step is to be done, by how the former key stands; before a change it is the first. */
const STEP: Readonly<Record<MasterKeyView['former'], number>> = { none: 0, needed: 2, 'not-needed': 3 };

interface Step {
  words: string;
  code?: ReactNode;
}

const STEPS: readonly Step[] = [
  { words: text.stepMake, code: <CodeBlock text={MAKE} label={text.command} /> },
  { words: text.stepStart, code: <CodeBlock text={VARIABLES} label={text.variables} wrap /> },
  { words: text.stepWait },
  { words: text.stepEnd },
];

/** What to do, in order, with the step that comes next. */
export function MasterKeySteps({ former }: { former: MasterKeyView['former'] }) {
  return (
    <Stack gap="md">
      <List type="ordered" spacing="md">
        {STEPS.map(({ words, code }, at) => (
          <List.Item key={words} {...(at === STEP[former] && { 'aria-current': 'step' as const })}>
            <Stack gap="xs">
              <Group gap="xs">
                <Text size="sm">{words}</Text>
                {at === STEP[former] && (
                  <Badge size="sm" variant="light">
                    {text.current}
                  </Badge>
                )}
              </Group>
              {code}
            </Stack>
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {text.stolen}
      </Text>
    </Stack>
  );
}
