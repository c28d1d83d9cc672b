import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDanger } from '../../patterns/confirm-danger';
import { PermissionGate } from '../../patterns/permission-gate';
import { Panel } from '../../ui/panel';
import { useDeleteWorkspace } from './workspaces.mutations';
import { workspacesText } from './workspaces.text';

const text = workspacesText.settings;

/** The end of a workspace, confirmed by its slug. */
export function WorkspaceDelete({ slug, onDeleted }: { slug: string; onDeleted: () => void }) {
  const remove = useDeleteWorkspace(slug);
  const [removing, setRemoving] = useState(false);
  return (
    <Panel title={text.danger} description={text.dangerLead} tone="danger">
      <PermissionGate permission="workspace:delete" workspace={slug}>
        {(allowed) => (
          <Button color="red" variant="light" disabled={!allowed} onClick={() => setRemoving(true)}>
            {text.remove}
          </Button>
        )}
      </PermissionGate>
      <ConfirmDanger
        opened={removing}
        onClose={() => setRemoving(false)}
        title={text.danger}
        confirmLabel={text.remove}
        word={slug}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => void remove.mutateAsync().then(onDeleted, () => undefined)}
      >
        {text.dangerLead}
      </ConfirmDanger>
    </Panel>
  );
}
