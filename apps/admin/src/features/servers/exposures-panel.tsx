import { Button } from '@mantine/core';
import { IconPlus, IconServer2 } from '@tabler/icons-react';
import type { Exposure } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../lib/permissions';
import { ConfirmDanger } from '../../patterns/confirm-danger';
import { DataTable } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { PermissionGate } from '../../patterns/permission-gate';
import { useFreeze } from '../../patterns/use-freeze';
import { QueryView } from '../../patterns/query-view';
import { Panel } from '../../ui/panel';
import { AskLink } from './requests/ask-link';
import { CanaryDialog } from './canary/canary-dialog';
import { ExposureAdd } from './exposure-add';
import { ExposureEdit } from './exposure-edit';
import { useUnexpose, useUpdateExposure } from './exposures.mutations';
import { exposuresQuery } from './servers.queries';
import { serversText } from './servers.text';
import { exposureColumns } from './exposure-columns';
import { ExposureUpgrade } from './upgrade/exposure-upgrade';
import { useVersionMoves } from './upgrade/use-version-moves';

const text = serversText.exposures;

/** The servers of a workspace, in the order in which their tools are listed. */
export function ExposuresPanel({ slug }: { slug: string }) {
  const exposures = useQuery(exposuresQuery(slug));
  const update = useUpdateExposure(slug);
  const remove = useUnexpose(slug);
  const mayWrite = useCan('exposures:write', slug);
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Exposure | null>(null);
  const [removing, setRemoving] = useState<Exposure | null>(null);
  const [upgrading, setUpgrading] = useState<{ exposure: Exposure; to: number } | null>(null);
  const [trying, setTrying] = useState<string | null>(null);
  const tried = exposures.data?.find(({ server }) => server.id === trying);
  const { goBack } = useVersionMoves(slug);
  const freeze = useFreeze(slug);
  const close = () => {
    setRemoving(null);
    remove.reset();
  };
  const add = (
    <PermissionGate permission="exposures:write" workspace={slug}>
      {(allowed) => (
        <Button size="xs" leftSection={<IconPlus size={14} />} disabled={!allowed} onClick={() => setAdding(true)}>
          {text.add}
        </Button>
      )}
    </PermissionGate>
  );
  const actions = (
    <AskLink ask="exposure" slug={slug} unless="exposures:write" size="xs" otherwise={add}>
      {serversText.catalogue.ask}
    </AskLink>
  );
  return (
    <Panel title={text.title} description={text.lead} actions={actions} flush>
      <QueryView query={exposures}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={IconServer2}
              title={text.emptyTitle}
              action={mayWrite && <Button onClick={() => setAdding(true)}>{text.add}</Button>}
            >
              {text.empty}
            </EmptyState>
          ) : (
            <DataTable
              label={text.title}
              rows={rows}
              rowKey={({ server }) => server.id}
              columns={exposureColumns({
                rows,
                mayWrite,
                onChange: update.mutate,
                onUpgrade: (exposure, to) => setUpgrading({ exposure, to }),
                onGoBack: goBack,
                onCanary: ({ server }) => setTrying(server.id),
                onEdit: setEditing,
                onRemove: setRemoving,
                onFreeze: freeze && (({ server }) => freeze('server', server.slug)),
              })}
            />
          )
        }
      </QueryView>
      {adding && (
        <ExposureAdd slug={slug} taken={(exposures.data ?? []).map(({ server }) => server.slug)} onClose={() => setAdding(false)} />
      )}
      {editing && <ExposureEdit slug={slug} exposure={editing} onClose={() => setEditing(null)} />}
      {upgrading && <ExposureUpgrade slug={slug} {...upgrading} onClose={() => setUpgrading(null)} />}
      {tried && <CanaryDialog slug={slug} exposure={tried} mayWrite={mayWrite} onClose={() => setTrying(null)} />}
      <ConfirmDanger
        opened={removing !== null}
        onClose={close}
        title={text.removeTitle(removing?.server.name ?? '')}
        confirmLabel={text.remove}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => removing && remove.mutate(removing.server.slug, { onSuccess: close })}
      >
        {text.removeLead}
      </ConfirmDanger>
    </Panel>
  );
}
