import { Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ServerRequest } from '@mcpnest/api-client';
import { FormModal } from '../../../patterns/form-modal';
import { useProblemForm } from '../../../patterns/use-problem-form';
import { prefixRule } from '../add-publish.step';
import { useApproveRequest } from './requests.mutations';
import { requestsText } from './requests.text';

const text = requestsText.amendForm;

/** Approves a request with another slug or tool prefix than was asked for, or with a word on it. */
export function RequestAmend({ request, onClose }: { request: ServerRequest; onClose: () => void }) {
  const approve = useApproveRequest();
  const { form, error, refuse } = useProblemForm({
    initialValues: { slug: request.slug ?? '', toolPrefix: request.toolPrefix ?? '', note: '' },
    validate: { toolPrefix: prefixRule },
  });
  const submit = form.onSubmit(({ slug, toolPrefix, note }) => {
    const amendment = { ...(slug && { slug }), ...(toolPrefix && { toolPrefix }), ...(note.trim() && { note: note.trim() }) };
    const done = () => {
      notifications.show({ color: 'teal', message: requestsText.queue.approved(request.name) });
      onClose();
    };
    approve.mutate({ request, amendment }, { onSuccess: done, onError: refuse });
  });
  return (
    <FormModal
      opened
      onClose={onClose}
      title={text.title(request.name)}
      submitLabel={requestsText.approve}
      canSubmit
      pending={approve.isPending}
      error={error}
      onSubmit={submit}
    >
      {request.kind === 'server' && (
        <TextInput label={text.slug} description={text.slugHint} maxLength={40} data-autofocus {...form.getInputProps('slug')} />
      )}
      <TextInput label={text.prefix} description={text.prefixHint} maxLength={24} {...form.getInputProps('toolPrefix')} />
      <Textarea label={text.note} maxLength={2000} autosize minRows={2} {...form.getInputProps('note')} />
    </FormModal>
  );
}
