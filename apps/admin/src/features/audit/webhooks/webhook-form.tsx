import { TagsInput, TextInput } from '@mantine/core';
import type { Webhook } from '@mcpnest/api-client';
import { FormModal } from '../../../patterns/form-modal';
import { useProblemForm } from '../../../patterns/use-problem-form';
import { useChangeWebhook, useCreateWebhook } from './webhooks.queries';
import { webhooksText as text } from './webhooks.text';

interface WebhookFormProps {
  /** Null for a new one. */
  webhook: Webhook | null;
  onClose: () => void;
  /** A new one was made; the secret is there this once. */
  onMade: (made: { name: string; secret: string }) => void;
}

/** Name, address and events of a webhook. */
export function WebhookForm({ webhook, onClose, onMade }: WebhookFormProps) {
  const create = useCreateWebhook();
  const change = useChangeWebhook();
  const { form, error, refuse } = useProblemForm({
    initialValues: { name: webhook?.name ?? '', url: webhook?.url ?? '', events: [...(webhook?.events ?? [])] },
  });
  const { name, url, events } = form.values;
  const submit = form.onSubmit((values) => {
    if (webhook) change.mutate({ id: webhook.id, ...values }, { onSuccess: onClose, onError: refuse });
    else create.mutate(values, { onSuccess: onMade, onError: refuse });
  });
  return (
    <FormModal
      opened
      onClose={onClose}
      title={webhook ? text.editTitle(webhook.name) : text.add}
      submitLabel={webhook ? text.save : text.add}
      canSubmit={name.trim() !== '' && url.trim() !== '' && events.length > 0}
      pending={create.isPending || change.isPending}
      error={error}
      onSubmit={submit}
    >
      <TextInput label={text.name} maxLength={80} data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={text.url}
        description={text.urlHint}
        type="url"
        maxLength={2000}
        spellCheck={false}
        {...form.getInputProps('url')}
      />
      <TagsInput label={text.events} description={text.eventsHint} data={text.choices} {...form.getInputProps('events')} />
    </FormModal>
  );
}
