import { TextInput } from '@mantine/core';
import type { Server } from '@mcpnest/api-client';
import { FormModal } from '../../patterns/form-modal';
import { useProblemForm } from '../../patterns/use-problem-form';
import { useUpdateServer } from './servers.mutations';
import { serversText } from './servers.text';

const text = serversText.detail;
const needed = (value: string) => (value.trim() === '' ? serversText.required : null);

/** Name, slug and description of a server; its address belongs to a version. */
export function ServerEdit({ server, onClose, onMoved }: { server: Server; onClose: () => void; onMoved: (slug: string) => void }) {
  const update = useUpdateServer(server.slug, server.version);
  const { form, error, refuse } = useProblemForm({
    initialValues: { name: server.name, slug: server.slug, description: server.description ?? '' },
    validate: { name: needed, slug: needed },
  });
  const submit = form.onSubmit((values) => {
    const changed = Object.fromEntries(Object.entries(values).filter(([key]) => form.isDirty(key)));
    update.mutate(changed, {
      onSuccess: (saved) => {
        onClose();
        if (saved.slug !== server.slug) onMoved(saved.slug);
      },
      onError: refuse,
    });
  });
  return (
    <FormModal
      opened
      onClose={onClose}
      title={text.editTitle}
      submitLabel={serversText.exposures.save}
      canSubmit={form.isDirty()}
      pending={update.isPending}
      error={error}
      onSubmit={submit}
    >
      <TextInput label={serversText.add.name} maxLength={80} data-autofocus {...form.getInputProps('name')} />
      <TextInput label={text.slug} maxLength={40} spellCheck={false} {...form.getInputProps('slug')} />
      <TextInput label={serversText.add.description} maxLength={500} {...form.getInputProps('description')} />
    </FormModal>
  );
}
