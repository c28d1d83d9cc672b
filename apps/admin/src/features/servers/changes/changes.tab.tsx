import { Group, Stack, Text } from '@mantine/core';
import type { Server } from '@mcpnest/api-client';
import { useState } from 'react';
import { AnchorLink } from '../../../ui/links';
import { ChangesFilters } from './changes-filters';
import { ChangesInbox } from './changes-inbox';
import type { ChangesSearch } from './changes-search';
import { changesText as text } from './changes.text';

/** The changes of one server. */
export function ChangesTab({ server }: { server: Server }) {
  const [search, setSearch] = useState<ChangesSearch>({});
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed" maw={640}>
          {text.tabLead}
        </Text>
        <AnchorLink to="/catalogue/changes" search={{ server: server.slug }} size="sm">
          {text.allPage}
        </AnchorLink>
      </Group>
      <ChangesFilters search={search} onSearch={setSearch} withServer={false} />
      <ChangesInbox search={{ ...search, server: server.slug }} onSearch={setSearch} />
    </Stack>
  );
}
