import { Modal, Select, Text } from '@mantine/core';
import type { Token } from '@mcpnest/api-client';
import { useState } from 'react';
import { FormModal } from '../../patterns/form-modal';
import { SecretOnce } from '../../patterns/secret-once';
import { useRotateToken } from './tokens.mutations';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

/** Replaces a token without an outage: the old one lives until the new one is used, plus an overlap. */
export function TokenRotate({ slug, token, onClose }: { slug: string; token: Token | null; onClose: () => void }) {
  const rotate = useRotateToken(slug);
  const [overlap, setOverlap] = useState('s0');
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => {
    setSecret(null);
    rotate.reset();
    onClose();
  };
  if (secret !== null) {
    return (
      <Modal
        opened
        onClose={close}
        withCloseButton={false}
        closeOnClickOutside={false}
        closeOnEscape={false}
        title={<Text fw={650}>{text.onceTitle}</Text>}
        size="lg"
      >
        <SecretOnce secret={secret} label={text.once} variable="MNG_TOKEN" onSaved={close} />
      </Modal>
    );
  }
  return (
    <FormModal
      opened={token !== null}
      onClose={close}
      title={text.rotateTitle(token?.name ?? '')}
      lead={text.rotateLead}
      submitLabel={text.rotateSubmit}
      canSubmit
      pending={rotate.isPending}
      error={rotate.error}
      onSubmit={(event) => {
        event.preventDefault();
        if (token)
          rotate.mutate({ id: token.id, overlapSeconds: Number(overlap.slice(1)) }, { onSuccess: (made) => setSecret(made.token) });
      }}
    >
      <Select
        label={text.overlap}
        allowDeselect={false}
        value={overlap}
        onChange={(value) => setOverlap(value ?? 's0')}
        data={Object.entries(text.overlapOptions).map(([value, label]) => ({ value, label }))}
      />
    </FormModal>
  );
}
