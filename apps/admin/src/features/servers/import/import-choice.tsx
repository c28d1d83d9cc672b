import { Alert, Button, Checkbox, Group, List, Text, TextInput } from '@mantine/core';
import type { ImportPreview } from '@mcpnest/api-client';
import { useState } from 'react';
import { DataTable } from '../../../patterns/data-table';
import { NothingFound } from '../../../patterns/nothing-found';
import { Panel } from '../../../ui/panel';
import { importColumns } from './import-columns';
import { importText as text } from './import.text';
import { CHOSEN_MAX, type Import } from './use-import';

const SHOWN = 100;

/** What a document holds, to choose from. Long documents are shown piece by piece. */
export function ImportChoice({ preview, state }: { preview: ImportPreview; state: Import }) {
  const [filter, setFilter] = useState('');
  const [shown, setShown] = useState(SHOWN);
  const words = filter.trim().toLowerCase();
  const fitting = preview.entries.filter(({ name, registryName, description }) =>
    `${name} ${registryName ?? ''} ${description ?? ''}`.toLowerCase().includes(words),
  );
  const usable = fitting.filter(({ importable }) => importable).map(({ slug }) => slug);
  const isAll = usable.length > 0 && usable.every((slug) => state.chosen.includes(slug));
  return (
    <>
      {preview.warnings.length > 0 && (
        <Alert color="yellow" variant="light" title={text.ofDocument}>
          <List size="sm">
            {preview.warnings.map(({ code, detail }, index) => (
              <List.Item key={`${code} ${index}`}>{detail}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Group justify="space-between" gap="sm">
        <Group gap="md">
          <TextInput
            aria-label={text.filter}
            placeholder={text.filter}
            data-search
            w={260}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
          />
          <Checkbox
            label={text.all}
            checked={isAll}
            indeterminate={!isAll && usable.some((slug) => state.chosen.includes(slug))}
            onChange={() =>
              state.setChosen(
                isAll
                  ? state.chosen.filter((slug) => !usable.includes(slug))
                  : [...new Set([...state.chosen, ...usable])].slice(0, CHOSEN_MAX),
              )
            }
          />
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {text.found(preview.entries.length, preview.entries.filter(({ importable }) => importable).length)}
          {' · '}
          {state.chosen.length > CHOSEN_MAX ? text.tooMany(CHOSEN_MAX) : text.chosen(state.chosen.length)}
        </Text>
      </Group>
      <Panel flush>
        {fitting.length === 0 ? (
          <NothingFound onClear={() => setFilter('')} />
        ) : (
          <DataTable
            label={text.title}
            columns={importColumns(state)}
            rows={fitting.slice(0, shown)}
            rowKey={({ slug }) => slug}
            onMore={fitting.length > shown ? () => setShown(shown + SHOWN) : undefined}
          />
        )}
      </Panel>
      <Group justify="flex-end">
        <Button variant="default" onClick={state.restart}>
          {text.again}
        </Button>
      </Group>
    </>
  );
}
