import { Select, TextInput } from '@mantine/core';
import type { Token } from '@mcpnest/api-client';
import { useState } from 'react';
import { optionsOf } from '../../lib/options-of';
import { FormModal } from '../../patterns/form-modal';
import { TokenNewOwner } from './token-new-owner';
import { TokenSecret } from './token-secret';
import { useRotateToken } from './tokens.mutations';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

/** Replaces a token without an outage: the old one lives until the new one is used, plus an overlap. */
export function TokenRotate({ slug, token, onClose }: { slug: string; token: Token | null; onClose: () => void }) {
  const rotate = useRotateToken(slug);
  const [overlap, setOverlap] = useState('s0');
  const [until, setUntil] = useState('');
  const [owner, setOwner] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => {
    setSecret(null);
    setOwner('');
    rotate.reset();
    onClose();
  };
  if (secret !== null) return <TokenSecret secret={secret} onSaved={close} />;
  const at = Date.parse(until);
  const isDated = overlap === 'date';
  return (
    <FormModal
      opened={token !== null}
      onClose={close}
      title={text.rotateTitle(token?.name ?? '')}
      lead={text.rotateLead}
      submitLabel={text.rotateSubmit}
      canSubmit={!isDated || at > Date.now()}
      pending={rotate.isPending}
      error={rotate.error}
      onSubmit={(event) => {
        event.preventDefault();
        if (!token) return;
        const end = isDated ? { until: new Date(at).toISOString() } : { overlapSeconds: Number(overlap.slice(1)) };
        rotate.mutate({ id: token.id, ...end, ...(owner !== '' && { owner }) }, { onSuccess: (made) => setSecret(made.token) });
      }}
    >
      <Select
        label={text.overlap}
        allowDeselect={false}
        value={overlap}
        onChange={(value) => setOverlap(value ?? 's0')}
        data={optionsOf(text.overlapOptions)}
      />
      {isDated && (
        <TextInput
          type="datetime-local"
          label={text.until}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={until !== '' && !(at > Date.now()) ? text.untilPast : undefined}
        />
      )}
      {token && <TokenNewOwner slug={slug} token={token} value={owner} onChange={setOwner} />}
    </FormModal>
  );
}
