import { Accordion, Badge, Button, Code, Group, Text } from '@mantine/core';
import type { VersionDiff } from '@mcpnest/api-client';
import { useState } from 'react';
import { DefinitionDiff } from '../../../patterns/diff/definition-diff';
import { VisibleText } from '../../../patterns/diff/visible-text';
import { upgradeText as text } from './upgrade.text';

type Definition = VersionDiff['definitions'][number];

const PER_PAGE = 50;
const COLORS = { added: 'teal', removed: 'red', changed: 'yellow' } as const;

function Comparison({ from, to }: Pick<Definition, 'from' | 'to'>) {
  if (from?.text === null || to?.text === null) return <Text size="sm">{text.tooMuch}</Text>;
  return <DefinitionDiff from={from?.text ?? null} to={to?.text ?? null} />;
}

/** Definitions that are not the same in both versions; each opens to show how. */
export function DefinitionList({ definitions }: { definitions: readonly Definition[] }) {
  const [shown, setShown] = useState(PER_PAGE);
  const [opened, setOpened] = useState<string[]>([]);
  return (
    <>
      <Accordion multiple variant="separated" chevronPosition="left" value={opened} onChange={setOpened}>
        {definitions.slice(0, shown).map((definition, at) => (
          <Accordion.Item key={`${definition.kind} ${definition.key}`} value={String(at)}>
            <Accordion.Control>
              <Group gap="xs">
                <Badge size="sm" variant="light" color={COLORS[definition.change]} tt="none">
                  {text.changes[definition.change]}
                </Badge>
                <Text span size="sm">
                  {text.kinds[definition.kind]}
                </Text>
                {definition.key !== '' && (
                  <Code style={{ overflowWrap: 'anywhere' }}>
                    <VisibleText>{definition.key}</VisibleText>
                  </Code>
                )}
              </Group>
            </Accordion.Control>
            <Accordion.Panel>{opened.includes(String(at)) && <Comparison from={definition.from} to={definition.to} />}</Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      {definitions.length > shown && (
        <Button variant="default" size="xs" onClick={() => setShown(shown + PER_PAGE)}>
          {text.more(Math.min(PER_PAGE, definitions.length - shown))}
        </Button>
      )}
    </>
  );
}
