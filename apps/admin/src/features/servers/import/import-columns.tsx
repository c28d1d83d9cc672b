import { Badge, Checkbox, Group, HoverCard, List, Stack, Text } from '@mantine/core';
import type { PreviewEntry } from '@mcpnest/api-client';
import type { Column } from '../../../patterns/data-table';
import { AnchorLink } from '../../../ui/links';
import { browseText } from '../browse/browse.text';
import { importText as text } from './import.text';
import type { Import } from './use-import';

function Remarks({ entry }: { entry: PreviewEntry }) {
  if (entry.warnings.length === 0) return null;
  return (
    <HoverCard width={360} withinPortal>
      <HoverCard.Target>
        <Badge
          component="button"
          type="button"
          variant="light"
          color="yellow"
          tt="none"
          aria-label={`${text.warnings(entry.warnings.length)}: ${entry.name}`}
        >
          {text.warnings(entry.warnings.length)}
        </Badge>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <List size="sm" spacing={4}>
          {entry.warnings.map(({ code, detail }, index) => (
            <List.Item key={`${code} ${index}`}>{detail}</List.Item>
          ))}
        </List>
      </HoverCard.Dropdown>
    </HoverCard>
  );
}

function Name({ entry }: { entry: PreviewEntry }) {
  return (
    <Stack gap={0} maw={380}>
      <Text size="sm" fw={600}>
        {entry.name}
      </Text>
      <Text size="xs" c="dimmed" lineClamp={1}>
        {entry.description ?? entry.registryName ?? ''}
      </Text>
    </Stack>
  );
}

function State({ entry }: { entry: PreviewEntry }) {
  return (
    <Group gap="xs">
      {entry.known.map(({ slug, name }) => (
        <AnchorLink key={slug} to="/catalogue/$server" params={{ server: slug }} size="xs">
          {browseText.knownAs(name)}
        </AnchorLink>
      ))}
      {entry.inputs.length > 0 && (
        <Badge variant="default" tt="none">
          {text.inputs(entry.inputs.length)}
        </Badge>
      )}
      <Remarks entry={entry} />
    </Group>
  );
}

/** The columns of a preview; what cannot be imported cannot be chosen. */
export const importColumns = ({ chosen, setChosen }: Import): Column<PreviewEntry>[] => [
  {
    key: 'choose',
    label: text.all,
    quiet: true,
    width: 44,
    render: (entry) => (
      <Checkbox
        aria-label={text.one(entry.name)}
        disabled={!entry.importable}
        checked={chosen.includes(entry.slug)}
        onChange={(event) =>
          setChosen(event.currentTarget.checked ? [...chosen, entry.slug] : chosen.filter((slug) => slug !== entry.slug))
        }
      />
    ),
  },
  { key: 'name', label: text.name, render: (entry) => <Name entry={entry} /> },
  {
    key: 'reach',
    label: text.reach,
    render: ({ transport, local }) => (
      <Text size="xs" ff="monospace" truncate maw={320}>
        {transport?.url ?? (local ? (local.package ?? local.command) : text.local)}
      </Text>
    ),
  },
  { key: 'remarks', label: text.state, render: (entry) => <State entry={entry} /> },
];
