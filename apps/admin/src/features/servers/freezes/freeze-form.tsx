import { Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { optionsOf } from '../../../lib/options-of';
import { FormModal } from '../../../patterns/form-modal';
import type { FreezeKind } from '../../../patterns/use-freeze';
import { useProblemForm } from '../../../patterns/use-problem-form';
import { freezesText as text } from './freezes.text';
import { useFreezing } from './freezes.mutations';

interface FreezeFormProps {
  /** Null: everywhere. */
  slug: string | null;
  opened: boolean;
  onClose: () => void;
  kind: FreezeKind | undefined;
  subject: string | undefined;
}

/** Asks what to freeze and why. */
export function FreezeForm({ slug, opened, onClose, kind, subject }: FreezeFormProps) {
  const freeze = useFreezing(slug);
  const { form, error, refuse, restart } = useProblemForm({
    initialValues: { kind: (kind ?? 'tool') as string, subject: subject ?? '', reason: '' },
  });
  const { values } = form;
  const chosen = values.kind as FreezeKind;
  const named = chosen === 'workspace' && slug !== null ? slug : values.subject.trim();
  const close = () => {
    freeze.reset();
    restart();
    onClose();
  };
  const submit = form.onSubmit(({ reason }) =>
    freeze.mutate(
      { kind: chosen, subject: named, reason: reason.trim() },
      {
        onSuccess: ({ subjectName }) => {
          notifications.show({ color: 'teal', message: text.frozen(subjectName) });
          close();
        },
        onError: refuse,
      },
    ),
  );
  return (
    <FormModal
      opened={opened}
      onClose={close}
      title={text.formTitle}
      lead={text.formLead}
      submitLabel={text.freeze}
      canSubmit={named !== '' && values.reason.trim() !== ''}
      pending={freeze.isPending}
      error={error}
      onSubmit={submit}
    >
      <Select label={text.kind} allowDeselect={false} data={optionsOf(text.kinds)} {...form.getInputProps('kind')} />
      {(chosen !== 'workspace' || slug === null) && (
        <TextInput label={text.subject} description={text.hints[chosen]} maxLength={400} {...form.getInputProps('subject')} />
      )}
      <Textarea label={text.reason} description={text.reasonHint} maxLength={500} autosize minRows={2} {...form.getInputProps('reason')} />
    </FormModal>
  );
}
