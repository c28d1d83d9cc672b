import { PasswordInput, Select, TextInput } from '@mantine/core';
import type { NewExportSchedule } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { optionsOf } from '../../../lib/options-of';
import { useMe } from '../../../lib/session.queries';
import { FormModal } from '../../../patterns/form-modal';
import { useProblemForm } from '../../../patterns/use-problem-form';
import { viewsQuery } from '../views/views.queries';
import { useScheduleExport } from './exports.queries';
import { exportsText as text } from './exports.text';

/** What is taken out, how often and to where. */
export function ExportForm({ onClose }: { onClose: () => void }) {
  const schedule = useScheduleExport();
  const { workspaces } = useMe();
  const { form, error, refuse } = useProblemForm({
    initialValues: { name: '', workspace: '', view: '', format: 'csv', every: 'day', url: '', authorization: '' },
  });
  const { workspace, name } = form.values;
  const views = useQuery({ ...viewsQuery(workspace), enabled: workspace !== '' }).data ?? [];
  const submit = form.onSubmit(({ view, ...values }) => {
    const { from: _from, to: _to, range: _range, ...filters } = views.find(({ id }) => id === view)?.filters ?? {};
    schedule.mutate(
      {
        name: values.name.trim(),
        workspace: values.workspace || null,
        filters,
        format: values.format as NewExportSchedule['format'],
        every: values.every as NewExportSchedule['every'],
        url: values.url.trim() || null,
        authorization: values.authorization || null,
      },
      { onSuccess: onClose, onError: refuse },
    );
  });
  return (
    <FormModal
      opened
      onClose={onClose}
      title={text.add}
      submitLabel={text.add}
      canSubmit={name.trim() !== ''}
      pending={schedule.isPending}
      error={error}
      onSubmit={submit}
    >
      <TextInput label={text.name} maxLength={80} data-autofocus {...form.getInputProps('name')} />
      <Select
        label={text.workspace}
        allowDeselect={false}
        searchable
        data={[{ value: '', label: text.allWorkspaces }, ...workspaces.map(({ slug, name: label }) => ({ value: slug, label }))]}
        {...form.getInputProps('workspace')}
      />
      {workspace !== '' && (
        <Select
          label={text.view}
          description={text.viewHint}
          allowDeselect={false}
          data={[{ value: '', label: text.everyCall }, ...views.map(({ id, name: label }) => ({ value: id, label }))]}
          {...form.getInputProps('view')}
        />
      )}
      <Select label={text.format} allowDeselect={false} data={optionsOf(text.formats)} {...form.getInputProps('format')} />
      <Select label={text.every} allowDeselect={false} data={optionsOf(text.periods)} {...form.getInputProps('every')} />
      <TextInput
        label={text.url}
        description={text.urlHint}
        type="url"
        maxLength={2000}
        spellCheck={false}
        {...form.getInputProps('url')}
      />
      <PasswordInput
        label={text.authorization}
        description={text.authorizationHint}
        autoComplete="off"
        maxLength={4000}
        {...form.getInputProps('authorization')}
      />
    </FormModal>
  );
}
