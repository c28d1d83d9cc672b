import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { AuditGap } from '@mcpnest/api-client';
import { useState } from 'react';
import { FormModal } from '../../../patterns/form-modal';
import { useAcknowledgeGaps } from './records.queries';
import { recordsText } from './records.text';

const text = recordsText.gaps;

/** Takes note of missing records, with a word on what came of it. */
export function AcknowledgeGaps({ gaps, onClose }: { gaps: readonly AuditGap[]; onClose: () => void }) {
  const acknowledge = useAcknowledgeGaps();
  const [note, setNote] = useState('');
  return (
    <FormModal
      opened
      onClose={onClose}
      title={text.acknowledgeTitle(gaps.length)}
      lead={text.acknowledgeLead(gaps.reduce((sum, { count }) => sum + count, 0))}
      submitLabel={text.acknowledge}
      canSubmit
      pending={acknowledge.isPending}
      error={acknowledge.error}
      onSubmit={(event) => {
        event.preventDefault();
        acknowledge.mutate(
          { gaps: gaps.map(({ id }) => id), note: note.trim() || null },
          {
            onSuccess: () => {
              notifications.show({ color: 'teal', message: text.done });
              onClose();
            },
          },
        );
      }}
    >
      <Textarea
        label={text.note}
        description={text.noteHint}
        maxLength={500}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormModal>
  );
}
