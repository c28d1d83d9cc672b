import { Button, Group } from '@mantine/core';
import { IconPlus, IconWorld } from '@tabler/icons-react';
import type { Registry } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ConfirmRemoval } from '../../../patterns/confirm-removal';
import { DataTable } from '../../../patterns/data-table';
import { EmptyState } from '../../../patterns/empty-state';
import { Page } from '../../../patterns/page';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import { useReadRegistry, useRemoveRegistry } from './registries.mutations';
import { registriesQuery } from './registries.queries';
import { registriesText as text } from './registries.text';
import { registryColumns } from './registry-columns';
import { RegistryForm } from './registry-form';

type Editing = { registry: Registry | null; suggested?: { name: string; url: string } };

/** The registries that are kept here. `tabs` is the navigation of the settings. */
export function RegistriesPage({ tabs }: { tabs: ReactNode }) {
  const registries = useQuery(registriesQuery);
  const read = useReadRegistry();
  const remove = useRemoveRegistry();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [removing, setRemoving] = useState<Registry | null>(null);
  const hasOfficial = registries.data?.some(({ url }) => url.startsWith(text.official.url)) ?? true;
  const actions = (
    <Group gap="sm">
      {!hasOfficial && (
        <Button
          variant="default"
          leftSection={<IconWorld size={16} />}
          onClick={() => setEditing({ registry: null, suggested: text.official })}
        >
          {text.addOfficial}
        </Button>
      )}
      <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing({ registry: null })}>
        {text.add}
      </Button>
    </Group>
  );
  return (
    <Page title={text.title} lead={text.lead} trail={tabs} actions={actions}>
      <Panel flush>
        <QueryView query={registries}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={IconWorld} title={text.emptyTitle}>
                {text.empty}
              </EmptyState>
            ) : (
              <DataTable
                label={text.title}
                rows={rows}
                rowKey={({ id }) => id}
                columns={registryColumns({
                  onRead: read.mutate,
                  onEdit: (registry) => setEditing({ registry }),
                  onRemove: setRemoving,
                })}
              />
            )
          }
        </QueryView>
      </Panel>
      {editing && <RegistryForm {...editing} onClose={() => setEditing(null)} />}
      <ConfirmRemoval
        item={removing}
        removal={remove}
        onClose={() => setRemoving(null)}
        title={text.removeTitle(removing?.name ?? '')}
        confirmLabel={text.remove}
      >
        {text.removeLead}
      </ConfirmRemoval>
    </Page>
  );
}
