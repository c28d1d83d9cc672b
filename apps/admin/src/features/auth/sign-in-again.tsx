import { Button, Modal, Stack, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useMaybeMe } from '../../lib/session.queries';
import { signInAgain } from '../../lib/sign-in-again';
import { authText } from './auth.text';
import { SignInForm } from './sign-in-form';

/** Opens over whatever the person was doing when the session ended; the waiting requests go on afterwards. */
export function SignInAgain({ onLeave }: { onLeave: () => void }) {
  const asking = useSyncExternalStore(signInAgain.subscribe, signInAgain.isAsking);
  const me = useMaybeMe();
  const leave = () => {
    signInAgain.answer(false);
    onLeave();
  };
  return (
    <Modal
      opened={asking}
      onClose={leave}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={<Text fw={650}>{authText.signIn.again}</Text>}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {authText.signIn.againLead}
        </Text>
        <SignInForm email={me?.email ?? ''} onSignedIn={() => signInAgain.answer(true)} />
        <Button variant="subtle" color="gray" onClick={leave}>
          {authText.signIn.leave}
        </Button>
      </Stack>
    </Modal>
  );
}
