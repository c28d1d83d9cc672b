import { Group, Select, Switch, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { PublishedTool } from '@mcpnest/api-client';
import { useState } from 'react';
import { optionsOf } from '../../../lib/options-of';
import { serversText } from '../servers.text';
import { curationText } from './curation.text';
import type { ToolsSearch } from './tools-search';

const text = serversText.tools;
const own = curationText.filter;

interface ToolFiltersProps {
  tools: readonly PublishedTool[];
  search: ToolsSearch;
  patternFault: string | null;
  onFilter: (search: ToolsSearch) => void;
}

/** Text or pattern, server and state of the list of tools; all of them stand in the address. */
export function ToolFilters({ tools, search, patternFault, onFilter }: ToolFiltersProps) {
  const [words, setWords] = useState(search.q ?? '');
  const type = (q: string) => {
    setWords(q);
    onFilter({ ...search, q: q || undefined });
  };
  return (
    <Group gap="sm" align="flex-start">
      <TextInput
        aria-label={text.search}
        placeholder={text.search}
        leftSection={<IconSearch size={16} />}
        w={280}
        maw="100%"
        data-search
        value={words}
        error={patternFault === null ? undefined : `${own.fault}: ${patternFault}`}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        aria-label={text.server}
        placeholder={text.all}
        clearable
        clearButtonProps={{ 'aria-label': text.all }}
        w={180}
        data={[...new Set(tools.map(({ server }) => server))]}
        value={search.server ?? null}
        onChange={(server) => onFilter({ ...search, server: server ?? undefined })}
      />
      <Select
        aria-label={own.state}
        placeholder={own.anyState}
        clearable
        clearButtonProps={{ 'aria-label': own.anyState }}
        w={200}
        data={optionsOf(own.states)}
        value={search.state ?? null}
        onChange={(state) => onFilter({ ...search, state: (state ?? undefined) as ToolsSearch['state'] })}
      />
      <Switch
        mt={8}
        label={own.regex}
        checked={search.regex === true}
        onChange={(event) => onFilter({ ...search, regex: event.currentTarget.checked || undefined })}
      />
      <Text size="sm" c="dimmed" mt={8} aria-live="polite">
        {text.published(tools.filter((tool) => tool.published).length, tools.length)}
      </Text>
    </Group>
  );
}
