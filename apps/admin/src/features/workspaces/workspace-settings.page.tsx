import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ApiProblem, type Workspace } from '@mcpnest/api-client';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useCan } from '../../lib/permissions';
import { Page } from '../../patterns/page';
import { PermissionGate } from '../../patterns/permission-gate';
import { ProblemAlert } from '../../patterns/problem-alert';
import { useProblemForm } from '../../patterns/use-problem-form';
import { slugRule } from './workspace-create';
import { WorkspaceDelete } from './workspace-delete';
import { WorkspaceLockdown } from './workspace-lockdown';
import { WorkspaceFields } from './workspace-fields';
import { changeOf, valuesOf } from './workspace-values';
import { workspacesKeys } from './workspaces.keys';
import { useUpdateWorkspace } from './workspaces.mutations';
import { workspacesText } from './workspaces.text';

const text = workspacesText.settings;

interface WorkspaceSettingsPageProps {
  workspace: Workspace;
  onMoved: (slug: string) => void;
  onDeleted: () => void;
  /** How its call records are kept. */
  records?: ReactNode;
}

/** Name, address, limits and the end of a workspace. */
export function WorkspaceSettingsPage({ workspace, onMoved, onDeleted, records }: WorkspaceSettingsPageProps) {
  const queries = useQueryClient();
  const update = useUpdateWorkspace(workspace);
  const mayChange = useCan('workspace:update', workspace.slug);
  const { form, error, refuse } = useProblemForm({
    initialValues: valuesOf(workspace),
    validate: {
      name: (value) => (value.trim() === '' ? workspacesText.required : null),
      slug: (value) => (value === '' ? workspacesText.required : slugRule(value)),
    },
  });
  const submit = form.onSubmit(async (values) => {
    try {
      const saved = await update.mutateAsync(changeOf(workspace, values));
      notifications.show({ color: 'teal', message: text.saved });
      if (saved.slug !== workspace.slug) onMoved(saved.slug);
    } catch (problem) {
      refuse(problem);
    }
  });
  return (
    <Page title={text.title} width="narrow">
      <form onSubmit={submit} noValidate>
        <fieldset disabled={!mayChange} style={{ border: 0, padding: 0, margin: 0 }}>
          <Stack gap="lg">
            <WorkspaceFields form={form} savedSlug={workspace.slug} mayChange={mayChange} />
            {error !== null && (
              <ProblemAlert error={error}>
                {error instanceof ApiProblem && error.status === 412 && (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => void queries.invalidateQueries({ queryKey: workspacesKeys.one(workspace.slug) })}
                  >
                    {text.reload}
                  </Button>
                )}
              </ProblemAlert>
            )}
            <Group justify="flex-end">
              <PermissionGate permission="workspace:update" workspace={workspace.slug}>
                {(allowed) => (
                  <Button type="submit" disabled={!allowed || !form.isDirty()} loading={update.isPending}>
                    {text.save}
                  </Button>
                )}
              </PermissionGate>
            </Group>
          </Stack>
        </fieldset>
      </form>
      <WorkspaceLockdown slug={workspace.slug} />
      {records}
      <WorkspaceDelete slug={workspace.slug} onDeleted={onDeleted} />
    </Page>
  );
}
