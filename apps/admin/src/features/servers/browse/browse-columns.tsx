import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import type { CatalogueEntry } from '@mcpnest/api-client';
import type { Column } from '../../../patterns/data-table';
import { browseText as text } from './browse.text';

function Name({ entry, onOpen }: { entry: CatalogueEntry; onOpen: (entry: CatalogueEntry) => void }) {
  return (
    <Stack gap={2} maw={460}>
      <Group gap="xs">
        <Anchor
          component="button"
          type="button"
          size="sm"
          fw={600}
          c="inherit"
          underline="always"
          ta="left"
          aria-label={text.details(entry.name)}
          onClick={(event) => {
            event.stopPropagation();
            onOpen(entry);
          }}
        >
          {entry.name}
        </Anchor>
        {entry.known.length > 0 && (
          <Badge variant="light" color="teal" size="sm" tt="none">
            {text.known}
          </Badge>
        )}
        {entry.status !== 'active' && (
          <Badge variant="light" color="yellow" size="sm" tt="none">
            {text.deprecated[entry.status]}
          </Badge>
        )}
      </Group>
      {entry.description && (
        <Text size="xs" c="dimmed" lineClamp={2}>
          {entry.description}
        </Text>
      )}
    </Stack>
  );
}

/** The columns of the bundled catalogue. */
export const browseColumns = (onOpen: (entry: CatalogueEntry) => void): Column<CatalogueEntry>[] => [
  { key: 'name', label: text.name, render: (entry) => <Name entry={entry} onOpen={onOpen} /> },
  {
    key: 'reach',
    label: text.reach,
    render: ({ transport, packages }) => (
      <Stack gap={0} maw={320}>
        <Text size="sm">{text.reaches[transport?.type ?? 'local']}</Text>
        <Text size="xs" ff="monospace" c="dimmed" truncate>
          {transport?.url ?? packages[0]?.identifier ?? ''}
        </Text>
      </Stack>
    ),
  },
  { key: 'source', label: text.source, render: ({ source }) => <Text size="sm">{text.sources[source]}</Text> },
];
