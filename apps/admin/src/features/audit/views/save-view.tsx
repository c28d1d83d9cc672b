import { Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CallView } from '@mcpnest/api-client';
import { useState } from 'react';
import { FormModal } from '../../../patterns/form-modal';
import { useSaveView } from './views.queries';
import { viewsText as text } from './views.text';

interface SaveViewProps {
  slug: string;
  filters: CallView['filters'];
  mayShare: boolean;
  onClose: () => void;
}

/** Asks for a name and keeps the filters by it. */
export function SaveView({ slug, filters, mayShare, onClose }: SaveViewProps) {
  const save = useSaveView(slug);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  return (
    <FormModal
      opened
      onClose={onClose}
      title={text.title}
      lead={text.lead}
      submitLabel={text.submit}
      canSubmit={name.trim() !== ''}
      pending={save.isPending}
      error={save.error}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { name: name.trim(), filters, shared },
          {
            onSuccess: () => {
              notifications.show({ color: 'teal', message: text.saved(name.trim()) });
              onClose();
            },
          },
        );
      }}
    >
      <TextInput
        label={text.name}
        required
        maxLength={80}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {mayShare && <Checkbox label={text.share} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />}
    </FormModal>
  );
}
