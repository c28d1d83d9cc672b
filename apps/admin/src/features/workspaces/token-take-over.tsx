import type { Token } from '@mcpnest/api-client';
import { Text } from '@mantine/core';
import { FormModal } from '../../patterns/form-modal';
import { useTakeOverToken } from './tokens.mutations';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

/** Makes a member's token the workspace's, and says who still knows its value. */
export function TokenTakeOver({ slug, token, onClose }: { slug: string; token: Token | null; onClose: () => void }) {
  const takeOver = useTakeOverToken(slug);
  const close = () => {
    takeOver.reset();
    onClose();
  };
  return (
    <FormModal
      opened={token !== null}
      onClose={close}
      title={text.takeOverTitle(token?.name ?? '')}
      lead={text.takeOverLead}
      submitLabel={text.takeOverSubmit}
      canSubmit
      pending={takeOver.isPending}
      error={takeOver.error}
      onSubmit={(event) => {
        event.preventDefault();
        if (token) takeOver.mutate(token.id, { onSuccess: close });
      }}
    >
      <Text size="sm">{text.takeOverKnown(token?.owner?.name ?? token?.owner?.email ?? '')}</Text>
    </FormModal>
  );
}
