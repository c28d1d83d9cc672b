import { Stack, Text, TextInput } from '@mantine/core';
import { IconSearch, IconTool } from '@tabler/icons-react';
import type { Server } from '@mcpnest/api-client';
import { useState } from 'react';
import { EmptyState } from '../../patterns/empty-state';
import { NothingFound } from '../../patterns/nothing-found';
import { Panel } from '../../ui/panel';
import classes from './server-tools.module.css';
import { serversText } from './servers.text';
import { toolsOf } from './transport-words';

const text = serversText.detail;

/** The tools of the newest version, in the server's own words. Descriptions are plain text, whatever they contain. */
export function ServerToolsTab({ server }: { server: Server }) {
  const [words, setWords] = useState('');
  const tools = toolsOf(server);
  if (!tools)
    return (
      <Panel>
        <EmptyState icon={IconTool} title={text.noTools}>
          {text.noToolsHint}
        </EmptyState>
      </Panel>
    );
  const shown = tools.filter(({ name, description }) => `${name} ${description ?? ''}`.toLowerCase().includes(words.toLowerCase()));
  return (
    <Stack gap="md">
      <TextInput
        aria-label={text.searchTools}
        placeholder={text.searchTools}
        leftSection={<IconSearch size={16} />}
        maw={320}
        value={words}
        data-search
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Panel flush>
        {shown.length === 0 ? (
          <NothingFound onClear={() => setWords('')} />
        ) : (
          <ul className={classes['list']}>
            {shown.map((tool) => (
              <li key={tool.name} className={classes['item']}>
                <Text size="sm" fw={600} ff="monospace">
                  {tool.name}
                </Text>
                {tool.title && <Text size="sm">{tool.title}</Text>}
                <Text size="sm" c="dimmed" className={classes['words'] ?? ''}>
                  {tool.description || text.noDescription}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </Stack>
  );
}
