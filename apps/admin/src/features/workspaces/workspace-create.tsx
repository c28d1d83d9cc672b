import { TextInput } from '@mantine/core';
import { SLUG_LENGTH, SLUG_PATTERN } from '@mcpnest/shared/limits';
import type { Workspace } from '@mcpnest/api-client';
import { FormModal } from '../../patterns/form-modal';
import { useProblemForm } from '../../patterns/use-problem-form';
import { useCreateWorkspace } from './workspaces.mutations';
import { workspacesText } from './workspaces.text';

const text = workspacesText.create;

/** What a slug must look like; an empty one is made by the server from the name. */
export const slugRule = (value: string): string | null =>
  value === '' || (SLUG_PATTERN.test(value) && value.length >= SLUG_LENGTH.min && value.length <= SLUG_LENGTH.max)
    ? null
    : text.slugInvalid;

interface WorkspaceCreateProps {
  opened: boolean;
  onClose: () => void;
  onCreated: (workspace: Workspace) => void;
}

/** Names a new workspace. */
export function WorkspaceCreate({ opened, onClose, onCreated }: WorkspaceCreateProps) {
  const create = useCreateWorkspace();
  const { form, error, refuse, restart } = useProblemForm({
    initialValues: { name: '', slug: '' },
    validate: { name: (value) => (value.trim() === '' ? workspacesText.required : null), slug: slugRule },
  });
  const close = () => {
    restart();
    onClose();
  };
  const submit = form.onSubmit(({ name, slug }) =>
    create.mutate(
      { name: name.trim(), ...(slug === '' ? {} : { slug }) },
      {
        onSuccess: (made) => {
          close();
          onCreated(made);
        },
        onError: refuse,
      },
    ),
  );
  return (
    <FormModal
      opened={opened}
      onClose={close}
      title={text.title}
      submitLabel={text.submit}
      canSubmit={form.values.name.trim() !== ''}
      pending={create.isPending}
      error={error}
      onSubmit={submit}
    >
      <TextInput
        label={workspacesText.list.name}
        description={text.nameHint}
        maxLength={80}
        data-autofocus
        withAsterisk
        {...form.getInputProps('name')}
      />
      <TextInput label={text.slug} description={text.slugHint} maxLength={40} spellCheck={false} {...form.getInputProps('slug')} />
    </FormModal>
  );
}
