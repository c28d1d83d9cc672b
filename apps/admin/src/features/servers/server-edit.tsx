import { TagsInput, Textarea, TextInput } from '@mantine/core';
import type { Server } from '@mcpnest/api-client';
import { FormModal } from '../../patterns/form-modal';
import { useProblemForm } from '../../patterns/use-problem-form';
import { useUpdateServer } from './servers.mutations';
import { factsText } from './browse/browse.text';
import { serversText } from './servers.text';

const text = serversText.detail;
const needed = (value: string) => (value.trim() === '' ? serversText.required : null);

/** Name, slug, description and facts of a server; its address belongs to a version. */
export function ServerEdit({ server, onClose, onMoved }: { server: Server; onClose: () => void; onMoved: (slug: string) => void }) {
  const update = useUpdateServer(server.slug, server.version);
  const { form, error, refuse } = useProblemForm({
    initialValues: {
      name: server.name,
      slug: server.slug,
      description: server.description ?? '',
      owner: server.owner ?? '',
      purpose: server.purpose ?? '',
      dataTouched: server.dataTouched ?? '',
      documentationUrl: server.documentationUrl ?? '',
      tags: server.tags,
    },
    validate: { name: needed, slug: needed },
  });
  const submit = form.onSubmit((values) => {
    const changed = Object.fromEntries(
      Object.entries(values).flatMap(([key, value]) => (form.isDirty(key) ? [[key, value === '' ? null : value]] : [])),
    );
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
      <TextInput label={factsText.owner} description={factsText.ownerHint} maxLength={128} {...form.getInputProps('owner')} />
      <Textarea label={factsText.purpose} autosize maxRows={6} maxLength={2000} {...form.getInputProps('purpose')} />
      <Textarea label={factsText.dataTouched} autosize maxRows={6} maxLength={2000} {...form.getInputProps('dataTouched')} />
      <TextInput label={factsText.documentationUrl} type="url" maxLength={2048} {...form.getInputProps('documentationUrl')} />
      <TagsInput label={factsText.tags} description={factsText.tagsHint} maxTags={20} {...form.getInputProps('tags')} />
    </FormModal>
  );
}
