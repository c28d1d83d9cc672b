import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useCreateWorkspace } from '../../features/workspaces/workspaces.mutations';
import { workspacesText } from '../../features/workspaces/workspaces.text';
import { useCan } from '../../lib/permissions';
import { ProblemAlert } from '../../patterns/problem-alert';
import { useProblemForm } from '../../patterns/use-problem-form';
import { appText } from '../app.text';
import type { Start } from './use-start';

const text = appText.start;

/** The first step, for those who have no workspace yet. */
export function WorkspaceStep({ start }: { start: Start }) {
  const create = useCreateWorkspace();
  const mayCreate = useCan('workspaces:create');
  const { form, error, refuse } = useProblemForm({
    initialValues: { name: '' },
    validate: { name: (value) => (value.trim() === '' ? workspacesText.required : null) },
  });
  if (!mayCreate) return <Text size="sm">{text.workspaceAsk}</Text>;
  const submit = form.onSubmit(({ name }) =>
    create.mutate({ name: name.trim() }, { onSuccess: ({ slug }) => start.go({ workspace: slug, step: 'server' }), onError: refuse }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput label={text.workspaceName} autoFocus withAsterisk maxLength={80} {...form.getInputProps('name')} />
        {error !== null && <ProblemAlert error={error} />}
        <Button type="submit" w="fit-content" loading={create.isPending}>
          {text.workspaceCreate}
        </Button>
      </Stack>
    </form>
  );
}
