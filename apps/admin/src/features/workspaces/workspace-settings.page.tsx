import { Alert, Button, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { TOOL_NAME_LENGTHS } from '@mcpnest/shared/limits';
import { notifications } from '@mantine/notifications';
import { ApiProblem, type Workspace } from '@mcpnest/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../lib/permissions';
import { ConfirmDanger } from '../../patterns/confirm-danger';
import { Page } from '../../patterns/page';
import { PermissionGate } from '../../patterns/permission-gate';
import { ProblemAlert } from '../../patterns/problem-alert';
import { useProblemForm } from '../../patterns/use-problem-form';
import { Panel } from '../../ui/panel';
import { slugRule } from './workspace-create';
import { workspacesKeys } from './workspaces.keys';
import { useDeleteWorkspace, useUpdateWorkspace, type WorkspaceChange } from './workspaces.mutations';
import { workspacesText } from './workspaces.text';

const text = workspacesText.settings;

const valuesOf = ({ name, slug, limits, toolNameLengthMax }: Workspace) => ({ name, slug, ...limits, nameLength: String(toolNameLengthMax) });
type Values = ReturnType<typeof valuesOf>;

/** Only what differs is sent. */
function changeOf(before: Workspace, { name, slug, nameLength, ...limits }: Values): WorkspaceChange {
  const limitsDiffer = (Object.keys(limits) as (keyof typeof limits)[]).some((key) => limits[key] !== before.limits[key]);
  return {
    ...(name.trim() === before.name ? {} : { name: name.trim() }), ...(slug === before.slug ? {} : { slug }),
    ...(limitsDiffer ? { limits } : {}), ...(Number(nameLength) === before.toolNameLengthMax ? {} : { toolNameLengthMax: Number(nameLength) as Workspace['toolNameLengthMax'] }),
  };
}

interface WorkspaceSettingsPageProps {
  workspace: Workspace;
  onMoved: (slug: string) => void;
  onDeleted: () => void;
}

/** Name, address, limits and the end of a workspace. */
export function WorkspaceSettingsPage({ workspace, onMoved, onDeleted }: WorkspaceSettingsPageProps) {
  const queries = useQueryClient();
  const update = useUpdateWorkspace(workspace);
  const remove = useDeleteWorkspace(workspace.slug);
  const [removing, setRemoving] = useState(false);
  const mayChange = useCan('workspace:update', workspace.slug);
  const { form, error, refuse } = useProblemForm({
    initialValues: valuesOf(workspace),
    validate: { name: (value) => (value.trim() === '' ? workspacesText.required : null), slug: (value) => (value === '' ? workspacesText.required : slugRule(value)) },
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
  const number = (field: 'ratePerSecond' | 'burst' | 'concurrency', label: string) => (
    <NumberInput label={label} min={1} max={1_000_000} allowDecimal={false} clampBehavior="strict" thousandSeparator {...form.getInputProps(field)} />
  );
  return (
    <Page title={text.title} width="narrow">
      <form onSubmit={submit} noValidate>
        <fieldset disabled={!mayChange} style={{ border: 0, padding: 0, margin: 0 }}>
          <Stack gap="lg">
            <Panel title={text.general}>
              <Stack gap="md">
                <TextInput label={workspacesText.list.name} maxLength={80} {...form.getInputProps('name')} />
                <TextInput label={workspacesText.create.slug} description={workspacesText.create.slugHint} maxLength={40} {...form.getInputProps('slug')} />
                {form.values.slug !== workspace.slug && <Alert color="yellow" variant="light">{text.slugWarning}</Alert>}
                <Select
                  label={text.nameLength} description={text.nameLengthHint} data={TOOL_NAME_LENGTHS.map(String)} allowDeselect={false}
                  disabled={!mayChange} {...form.getInputProps('nameLength')}
                />
              </Stack>
            </Panel>
            <Panel title={text.limits} description={text.limitsHint}>
              <SimpleGrid cols={{ base: 1, xs: 3 }}>
                {number('ratePerSecond', text.rate)}{number('burst', text.burst)}{number('concurrency', text.concurrency)}
              </SimpleGrid>
            </Panel>
            {error !== null && (
              <ProblemAlert error={error}>
                {error instanceof ApiProblem && error.status === 412 && (
                  <Button size="xs" variant="default" onClick={() => void queries.invalidateQueries({ queryKey: workspacesKeys.one(workspace.slug) })}>{text.reload}</Button>
                )}
              </ProblemAlert>
            )}
            <Group justify="flex-end">
              <PermissionGate permission="workspace:update" workspace={workspace.slug}>
                {(allowed) => <Button type="submit" disabled={!allowed || !form.isDirty()} loading={update.isPending}>{text.save}</Button>}
              </PermissionGate>
            </Group>
          </Stack>
        </fieldset>
      </form>
      <Panel title={text.danger} description={text.dangerLead} tone="danger">
        <PermissionGate permission="workspace:delete" workspace={workspace.slug}>
          {(allowed) => <Button color="red" variant="light" disabled={!allowed} onClick={() => setRemoving(true)}>{text.remove}</Button>}
        </PermissionGate>
      </Panel>
      <ConfirmDanger
        opened={removing} onClose={() => setRemoving(false)} title={text.danger} confirmLabel={text.remove} word={workspace.slug}
        pending={remove.isPending} error={remove.error} onConfirm={() => remove.mutate(undefined, { onSuccess: onDeleted })}
      >
        {text.dangerLead}
      </ConfirmDanger>
    </Page>
  );
}
