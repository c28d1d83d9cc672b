import { Modal, Text } from '@mantine/core';
import { SecretOnce } from '../../patterns/secret-once';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

/** Shows a token the one time it exists; the dialog closes by no accident. */
export function TokenSecret({ secret, onSaved }: { secret: string; onSaved: () => void }) {
  return (
    <Modal
      opened
      onClose={onSaved}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={<Text fw={650}>{text.onceTitle}</Text>}
      size="lg"
    >
      <SecretOnce secret={secret} label={text.once} variable="MNG_TOKEN" onSaved={onSaved} />
    </Modal>
  );
}
