import { TagsInput, TextInput } from '@mantine/core';
import { FormModal } from '../../../patterns/form-modal';
import { useProblemForm } from '../../../patterns/use-problem-form';
import { useSaveToolset, type ToolsetValues } from './curation.mutations';
import { curationText } from './curation.text';

const text = curationText.toolsets;

interface ToolsetFormProps {
  slug: string;
  /** Null makes a new one. */
  toolset: (ToolsetValues & { id: string; etag: number }) | null;
  /** `server:tool` names to choose from. */
  offered: readonly string[];
  onClose: () => void;
}

/** Names a toolset and says what is in it. */
export function ToolsetForm({ slug, toolset, offered, onClose }: ToolsetFormProps) {
  const save = useSaveToolset(slug);
  const { form, error, refuse } = useProblemForm({
    initialValues: { name: toolset?.name ?? '', tools: toolset?.tools ?? [] },
    validate: {
      name: (value) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) ? null : text.nameInvalid),
      tools: (value) => (value.length === 0 ? text.toolsEmpty : null),
    },
  });
  const submit = form.onSubmit((values) => save.mutate({ of: toolset, values }, { onSuccess: onClose, onError: refuse }));
  return (
    <FormModal
      opened
      onClose={onClose}
      title={toolset ? text.editTitle(toolset.name) : text.create}
      submitLabel={text.save}
      canSubmit={form.isDirty()}
      pending={save.isPending}
      error={error}
      onSubmit={submit}
    >
      <TextInput label={text.name} description={text.nameHint} maxLength={40} data-autofocus withAsterisk {...form.getInputProps('name')} />
      <TagsInput
        label={text.tools}
        description={text.toolsHint}
        data={[...offered]}
        limit={50}
        maxTags={500}
        clearable
        clearButtonProps={{ 'aria-label': `${text.tools}: –` }}
        {...form.getInputProps('tools')}
      />
    </FormModal>
  );
}
