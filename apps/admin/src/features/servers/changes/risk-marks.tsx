import { Badge, Code, Group, List, Tooltip } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import type { LockChange } from '@mcpnest/api-client';
import { VisibleText } from '../../../patterns/diff/visible-text';
import { riskText } from './risk.text';

type Mark = LockChange['marks'][number];

const words = ({ mark }: Mark) => riskText[mark];

/** Flags on a change, short; each says on hover and for screen readers what it means. */
export function RiskBadges({ marks }: { marks: readonly Mark[] }) {
  return (
    <Group gap={4}>
      {[...new Map(marks.map((mark) => [mark.mark, mark])).values()].map((mark) => (
        <Tooltip key={mark.mark} label={words(mark).explain} multiline maw={320}>
          <Badge size="sm" variant="light" color="red" tt="none" leftSection={<IconFlag size={10} aria-hidden="true" />}>
            {words(mark).label}
          </Badge>
        </Tooltip>
      ))}
    </Group>
  );
}

/** The same flags with their explanations, and where each was found. */
export function RiskList({ marks }: { marks: readonly Mark[] }) {
  return (
    <List size="sm" spacing={4} icon={<IconFlag size={14} aria-hidden="true" />}>
      {marks.map((mark) => (
        <List.Item key={`${mark.mark} ${mark.pointer} ${mark.detail}`}>
          <strong>{words(mark).label}.</strong> {words(mark).explain} <VisibleText>{mark.detail}</VisibleText>{' '}
          {mark.pointer && <Code>{mark.pointer}</Code>}
        </List.Item>
      ))}
    </List>
  );
}
