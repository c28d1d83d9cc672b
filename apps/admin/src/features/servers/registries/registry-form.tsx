import { Select, Switch, TextInput } from '@mantine/core';
import type { Registry } from '@mcpnest/api-client';
import { FormModal } from '../../../patterns/form-modal';
import { useProblemForm } from '../../../patterns/use-problem-form';
import { serversText } from '../servers.text';
import { useSaveRegistry } from './registries.mutations';
import { registriesText as text } from './registries.text';

const DEFAULT_MINUTES = 360;
const needed = (value: string) => (value.trim() === '' ? serversText.required : null);

interface RegistryFormProps {
  /** Null for a new one. */
  registry: Registry | null;
  /** What a new one begins with. */
  suggested?: { name: string; url: string };
  onClose: () => void;
}

/** Name, address and pace of a registry. */
export function RegistryForm({ registry, suggested, onClose }: RegistryFormProps) {
  const save = useSaveRegistry(registry);
  const minutes = registry?.everyMinutes ?? DEFAULT_MINUTES;
  const { form, error, refuse } = useProblemForm({
    initialValues: {
      name: registry?.name ?? suggested?.name ?? '',
      url: registry?.url ?? suggested?.url ?? '',
      everyMinutes: String(minutes),
      enabled: registry?.enabled ?? true,
    },
    validate: { name: needed, url: needed },
  });
  const intervals = [...new Set([...Object.keys(text.intervals).map(Number), minutes])].sort((a, b) => a - b);
  const submit = form.onSubmit(({ everyMinutes, ...values }) =>
    save.mutate({ ...values, everyMinutes: Number(everyMinutes) }, { onSuccess: onClose, onError: refuse }),
  );
  return (
    <FormModal
      opened
      onClose={onClose}
      title={registry ? text.editTitle(registry.name) : text.add}
      submitLabel={registry ? text.save : text.add}
      canSubmit={registry === null || form.isDirty()}
      pending={save.isPending}
      error={error}
      onSubmit={submit}
    >
      <TextInput label={text.name} maxLength={80} data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={text.url}
        description={text.urlHint}
        type="url"
        maxLength={2048}
        spellCheck={false}
        {...form.getInputProps('url')}
      />
      <Select
        label={text.every}
        allowDeselect={false}
        data={intervals.map((value) => ({ value: String(value), label: text.intervals[value] ?? text.minutes(value) }))}
        {...form.getInputProps('everyMinutes')}
      />
      <Switch label={text.enabled} {...form.getInputProps('enabled', { type: 'checkbox' })} />
    </FormModal>
  );
}
