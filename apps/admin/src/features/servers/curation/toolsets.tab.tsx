import { ActionIcon, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconEdit, IconListCheck, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../../lib/permissions';
import { ConfirmDanger } from '../../../patterns/confirm-danger';
import { DataTable, type Column } from '../../../patterns/data-table';
import { EmptyState } from '../../../patterns/empty-state';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import { toolsQuery } from '../servers.queries';
import { toolAddress } from '../tools.mutations';
import { useRemoveToolset } from './curation.mutations';
import { toolsetsQuery } from './curation.queries';
import { curationText } from './curation.text';
import { ToolsetForm } from './toolset-form';

const text = curationText.toolsets;

interface Row {
  id: string;
  name: string;
  tools: string[];
  tokens: number;
  etag: number;
}

interface RowActions {
  mayWrite: boolean;
  onEdit: (row: Row) => void;
  onRemove: (row: Row) => void;
}

const columns = ({ mayWrite, onEdit, onRemove }: RowActions): Column<Row>[] => [
  { key: 'name', label: text.name, render: ({ name }) => <Code>{`toolset:${name}`}</Code> },
  {
    key: 'tools',
    label: text.tools,
    render: ({ tools }) => (
      <Text size="xs" ff="monospace" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
        {tools.join(', ')}
      </Text>
    ),
  },
  { key: 'tokens', label: text.tokens, align: 'right', render: ({ tokens }) => tokens },
  {
    key: 'actions',
    label: text.actions,
    quiet: true,
    align: 'right',
    render: (row) =>
      mayWrite && (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <ActionIcon variant="subtle" color="gray" aria-label={text.edit(row.name)} onClick={() => onEdit(row)}>
            <IconEdit size={16} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="red" aria-label={text.remove(row.name)} onClick={() => onRemove(row)}>
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ),
  },
];

function Removal({ slug, row, onClose }: { slug: string; row: Row; onClose: () => void }) {
  const remove = useRemoveToolset(slug);
  return (
    <ConfirmDanger
      opened
      onClose={onClose}
      title={text.removeTitle(row.name)}
      confirmLabel={text.remove(row.name)}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate(row.id, { onSuccess: onClose })}
    >
      {text.removeLead}
    </ConfirmDanger>
  );
}

/** The sets of tools that tokens of this workspace can be limited to. */
export function ToolsetsTab({ slug }: { slug: string }) {
  const mayWrite = useCan('tools:write', slug);
  const toolsets = useQuery(toolsetsQuery(slug));
  const tools = useQuery(toolsQuery(slug));
  const [edited, setEdited] = useState<Row | 'new' | null>(null);
  const [removed, setRemoved] = useState<Row | null>(null);
  const create = mayWrite && <Button onClick={() => setEdited('new')}>{text.create}</Button>;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {text.lead}
        </Text>
        {(toolsets.data?.length ?? 0) > 0 && create}
      </Group>
      <QueryView query={toolsets}>
        {(rows) => (
          <Panel flush={rows.length > 0}>
            {rows.length === 0 ? (
              <EmptyState icon={IconListCheck} title={text.emptyTitle} action={create}>
                {text.empty}
              </EmptyState>
            ) : (
              <DataTable
                label={curationText.tabs.toolsets}
                rows={rows}
                rowKey={({ id }) => id}
                columns={columns({ mayWrite, onEdit: setEdited, onRemove: setRemoved })}
              />
            )}
          </Panel>
        )}
      </QueryView>
      {edited !== null && (
        <ToolsetForm
          slug={slug}
          toolset={edited === 'new' ? null : edited}
          offered={(tools.data?.data ?? []).map(toolAddress)}
          onClose={() => setEdited(null)}
        />
      )}
      {removed && <Removal slug={slug} row={removed} onClose={() => setRemoved(null)} />}
    </Stack>
  );
}
