import { Textarea } from '@mantine/core';
import type { ServerRequest } from '@mcpnest/api-client';
import { useState } from 'react';
import { FormModal } from '../../../patterns/form-modal';
import { requestsText } from './requests.text';

const text = requestsText.denyForm;

interface RequestDenyProps {
  requests: readonly ServerRequest[];
  onDeny: (note: string) => void;
  onClose: () => void;
}

/** Asks why requests are refused. */
export function RequestDeny({ requests, onDeny, onClose }: RequestDenyProps) {
  const [note, setNote] = useState('');
  return (
    <FormModal
      opened
      onClose={onClose}
      title={text.title(requests.length === 1 ? requests[0]!.name : requestsText.queue.several(requests.length))}
      submitLabel={requestsText.deny}
      canSubmit={note.trim() !== ''}
      pending={false}
      error={null}
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() === '') return;
        onDeny(note.trim());
        onClose();
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
