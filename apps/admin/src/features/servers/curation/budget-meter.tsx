import { Group, List, Progress, Stack, Text } from '@mantine/core';
import type { PublishedTool } from '@mcpnest/api-client';
import { Panel } from '../../../ui/panel';
import { shownName } from '../tools.mutations';
import { curationText } from './curation.text';

const text = curationText.meter;

/** How many tools clients are known to bear, smallest first. */
const CLIENT_TOOLS: readonly (readonly [most: number, clients: string])[] = [
  [40, 'an older Cursor (40)'],
  [80, 'Cursor (80)'],
  [128, 'VS Code and GitHub Copilot (128)'],
];
const NAME_LENGTH_MAX = 46;
const DESCRIPTIONS: readonly (readonly [length: number, limit: string, who: string])[] = [
  [4_096, '4 KB', 'all builds of Claude Code'],
  [2_048, '2 KB', 'earlier builds of Claude Code'],
];

function remarksOn(published: readonly PublishedTool[]): string[] {
  const exceeded = CLIENT_TOOLS.filter(([most]) => published.length > most).map(([, clients]) => clients);
  const long = published.filter((tool) => shownName(tool).length > NAME_LENGTH_MAX).length;
  const described = DESCRIPTIONS.map(
    ([length, limit, who]) => [published.filter(({ description }) => (description?.length ?? 0) > length).length, limit, who] as const,
  );
  const worst = described.find(([n]) => n > 0);
  return [
    ...(exceeded.length > 0 ? [text.over(exceeded.join(', '))] : []),
    ...(long > 0 ? [text.names(long)] : []),
    ...(worst ? [text.described(...worst)] : []),
  ];
}

/** How much of what clients bear the published tools take: their number, their names, their descriptions. */
export function BudgetMeter({ tools }: { tools: readonly PublishedTool[] }) {
  const published = tools.filter((tool) => tool.published);
  const remarks = remarksOn(published);
  const next = CLIENT_TOOLS.find(([most]) => published.length <= most)?.[0] ?? 128;
  const label = text.label(published.length, next);
  return (
    <Panel title={text.title}>
      <Stack gap="xs">
        <Group gap="md" wrap="nowrap">
          <Progress
            flex={1}
            value={Math.min(100, (published.length / next) * 100)}
            color={published.length > 40 ? 'yellow' : 'teal'}
            aria-label={label}
          />
          <Text size="sm">{label}</Text>
        </Group>
        {remarks.length === 0 ? (
          <Text size="sm" c="dimmed">
            {text.fits(published.length)}
          </Text>
        ) : (
          <List size="sm">
            {remarks.map((remark) => (
              <List.Item key={remark}>{remark}</List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Panel>
  );
}
