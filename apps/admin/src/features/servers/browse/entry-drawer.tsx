import { Anchor, Divider, Drawer, SimpleGrid, Stack, Text } from '@mantine/core';
import type { CatalogueEntry } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { patternsText } from '../../../patterns/patterns.text';
import { QueryView } from '../../../patterns/query-view';
import { AnchorLink } from '../../../ui/links';
import { EntryAsk } from '../requests/entry-ask';
import { browseText as text } from './browse.text';
import { entryQuery } from './browse.queries';
import { EntryAdd } from './entry-add';
import { EntryNeeds } from './entry-needs';
import { EntryWarnings } from './entry-warnings';

const Link = ({ href }: { href: string }) => (
  <Anchor href={href} target="_blank" rel="noreferrer noopener" size="sm" style={{ overflowWrap: 'anywhere' }}>
    {href}
  </Anchor>
);

function factsOf(entry: CatalogueEntry): [string, ReactNode][] {
  const packages = entry.packages.map(({ registry, identifier, version }) => `${registry}: ${identifier}${version ? ` ${version}` : ''}`);
  const facts: [string, ReactNode][] = [
    [text.registryName, entry.registryName],
    [text.version, entry.version],
    [text.address, entry.transport?.url ?? null],
    [text.reach, text.reaches[entry.transport?.type ?? 'local']],
    [text.source, text.sources[entry.source]],
    [text.documentation, entry.documentationUrl && <Link href={entry.documentationUrl} />],
    [text.repository, entry.repositoryUrl && entry.repositoryUrl !== entry.documentationUrl && <Link href={entry.repositoryUrl} />],
    [text.packages, packages.length > 0 && packages.join(', ')],
  ];
  return facts.filter(([, value]) => Boolean(value));
}

function Body({ entry }: { entry: CatalogueEntry }) {
  return (
    <Stack gap="lg">
      {entry.description && <Text size="sm">{entry.description}</Text>}
      <SimpleGrid component="dl" cols={1} spacing="sm" m={0}>
        {factsOf(entry).map(([label, value]) => (
          <div key={label}>
            <Text component="dt" size="xs" c="dimmed">
              {label}
            </Text>
            <Text component="dd" m={0} size="sm" style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      {entry.known.map(({ slug, name }) => (
        <AnchorLink key={slug} to="/catalogue/$server" params={{ server: slug }} size="sm">
          {text.knownAs(name)}
        </AnchorLink>
      ))}
      <EntryWarnings warnings={entry.warnings} />
      <EntryNeeds entry={entry} />
      <Divider />
      <EntryAsk entry={entry} otherwise={<EntryAdd entry={entry} />} />
    </Stack>
  );
}

interface EntryDrawerProps {
  /** Id of the entry; closed without one. */
  entry: string | undefined;
  onClose: () => void;
}

/** Everything about one bundled entry, and the way to add it. */
export function EntryDrawer({ entry, onClose }: EntryDrawerProps) {
  const query = useQuery({ ...entryQuery(entry ?? ''), enabled: entry !== undefined });
  return (
    <Drawer
      opened={entry !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={<Text fw={650}>{query.data?.name ?? ''}</Text>}
      closeButtonProps={{ 'aria-label': patternsText.close }}
    >
      {entry !== undefined && <QueryView query={query}>{(found) => <Body key={found.id} entry={found} />}</QueryView>}
    </Drawer>
  );
}
