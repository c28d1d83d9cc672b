import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { setupQuery } from '../../lib/session.queries';
import { AuthCard } from './auth-card';
import { authText } from './auth.text';
import { SignInForm } from './sign-in-form';

/** Sign-in for people who have an account. */
export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const text = authText.signIn;
  const setup = useQuery(setupQuery);
  return (
    <AuthCard title={text.title} lead={text.lead}>
      <Stack gap="lg">
        {setup.data?.open && (
          <Alert color="indigo" variant="light">
            {text.setupHint}
          </Alert>
        )}
        <SignInForm onSignedIn={onSignedIn} />
        <Text size="sm" c="dimmed">
          {text.noAccount}
        </Text>
      </Stack>
    </AuthCard>
  );
}
