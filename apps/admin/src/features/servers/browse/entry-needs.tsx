import { List, Stack, Text } from '@mantine/core';
import type { CatalogueEntry } from '@mcpnest/api-client';
import { browseText as text } from './browse.text';

/** What an entry asks for, so that a person knows what to have at hand. The wizard asks for it. */
export function EntryNeeds({ entry: { inputs, packages } }: { entry: CatalogueEntry }) {
  const variables = packages.filter(({ program }) => program !== null).flatMap(({ env }) => env);
  const needs = [
    ...inputs.map(({ key, ...rest }) => ({ name: key, ...rest })),
    ...variables.filter(({ name }) => inputs.every(({ key }) => key !== name)),
  ];
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        {text.needs}
      </Text>
      {needs.length === 0 && <Text size="sm">{text.needsNothing}</Text>}
      <List size="sm" spacing={4}>
        {needs.map(({ name, required, secret, description }, index) => (
          <List.Item key={`${name} ${index}`}>
            <Text span size="sm" ff="monospace">
              {name}
            </Text>{' '}
            <Text span size="xs" c="dimmed">
              {[secret && text.secret, !required && text.optional].filter(Boolean).join(', ')}
            </Text>
            {description && <Text size="xs">{description}</Text>}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
