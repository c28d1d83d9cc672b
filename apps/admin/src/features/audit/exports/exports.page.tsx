import { Button } from '@mantine/core';
import { IconFileExport, IconPlus } from '@tabler/icons-react';
import type { ExportSchedule } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ConfirmRemoval } from '../../../patterns/confirm-removal';
import { DataTable } from '../../../patterns/data-table';
import { EmptyState } from '../../../patterns/empty-state';
import { Page } from '../../../patterns/page';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import { exportColumns } from './export-columns';
import { ExportForm } from './export-form';
import { exportsQuery, useRemoveExport, useSwitchExport } from './exports.queries';
import { exportsText as text } from './exports.text';

/** Call records that are taken out by themselves. `tabs` is the navigation of the settings. */
export function ExportsPage({ tabs }: { tabs: ReactNode }) {
  const schedules = useQuery(exportsQuery);
  const turn = useSwitchExport();
  const remove = useRemoveExport();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<ExportSchedule | null>(null);
  return (
    <Page
      title={text.title}
      lead={text.lead}
      trail={tabs}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
          {text.add}
        </Button>
      }
    >
      <Panel flush>
        <QueryView query={schedules}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={IconFileExport} title={text.emptyTitle}>
                {text.empty}
              </EmptyState>
            ) : (
              <DataTable
                label={text.title}
                rows={rows}
                rowKey={({ id }) => id}
                columns={exportColumns({ onSwitch: turn.mutate, onRemove: setRemoving })}
              />
            )
          }
        </QueryView>
      </Panel>
      {adding && <ExportForm onClose={() => setAdding(false)} />}
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
