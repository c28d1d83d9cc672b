import { Select, Stack, Text } from '@mantine/core';
import type { Token } from '@mcpnest/api-client';
import { useState } from 'react';
import { optionsOf } from '../../lib/options-of';
import { ConfirmDanger } from '../../patterns/confirm-danger';
import { useRevokeToken, type RevokeReason } from './tokens.mutations';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

interface TokenRevokeProps {
  slug: string;
  /** Null: nothing to revoke, the dialog is shut. */
  token: Token | null;
  onClose: () => void;
}

/** Ends a token, and asks why; of one that is being replaced the reason is known. */
export function TokenRevoke({ slug, token, onClose }: TokenRevokeProps) {
  const revoke = useRevokeToken(slug);
  const [reason, setReason] = useState<RevokeReason>('not-needed');
  const close = () => {
    revoke.reset();
    onClose();
  };
  const isReplaced = token?.state === 'rotating';
  return (
    <ConfirmDanger
      opened={token !== null}
      onClose={close}
      title={isReplaced ? text.endTitle(token.name) : text.revokeTitle(token?.name ?? '')}
      confirmLabel={isReplaced ? text.endNow : text.revoke}
      pending={revoke.isPending}
      error={revoke.error}
      onConfirm={() => token && revoke.mutate({ id: token.id, reason: isReplaced ? 'replaced' : reason }, { onSuccess: close })}
    >
      {isReplaced ? (
        text.endLead
      ) : (
        <Stack gap="md">
          <Text size="sm">{text.revokeLead}</Text>
          <Select
            label={text.reason}
            allowDeselect={false}
            value={reason}
            onChange={(value) => setReason((value ?? 'other') as RevokeReason)}
            data={optionsOf(text.reasons)}
          />
        </Stack>
      )}
    </ConfirmDanger>
  );
}
