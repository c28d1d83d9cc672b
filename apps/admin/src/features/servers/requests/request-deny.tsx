import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ServerRequest } from '@mcpnest/api-client';
import { useState } from 'react';
import { FormModal } from '../../../patterns/form-modal';
import { useDenyRequest } from './requests.mutations';
import { requestsText } from './requests.text';

const text = requestsText.denyForm;

/** Refuses a request and says why. */
export function RequestDeny({ request, onClose }: { request: ServerRequest; onClose: () => void }) {
  const deny = useDenyRequest();
  const [note, setNote] = useState('');
  return (
    <FormModal
      opened
      onClose={onClose}
      title={text.title(request.name)}
      submitLabel={requestsText.deny}
      canSubmit={note.trim() !== ''}
      pending={deny.isPending}
      error={deny.error}
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() === '') return;
        const done = () => {
          notifications.show({ message: requestsText.queue.denied(request.name) });
          onClose();
        };
        deny.mutate({ request, note: note.trim() }, { onSuccess: done });
      }}
    >
      <Textarea
        label={text.reason}
        description={text.hint}
        withAsterisk
        maxLength={2000}
        autosize
        minRows={3}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormModal>
  );
}
