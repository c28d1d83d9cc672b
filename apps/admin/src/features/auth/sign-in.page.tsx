import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { setupQuery } from '../../lib/session.queries';
import { AuthCard } from './auth-card';
import { authText } from './auth.text';
import { SignInForm } from './sign-in-form';
import { SingleSignOn } from './single-sign-on';

interface SignInPageProps {
  next: string | undefined;
  /** What went wrong on the way back from the identity provider. */
  problem: string | undefined;
  onSignedIn: () => void;
}

/** Sign-in for people who have an account. */
export function SignInPage({ next, problem, onSignedIn }: SignInPageProps) {
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
        <SingleSignOn next={next} problem={problem} />
        <SignInForm onSignedIn={onSignedIn} />
        <Text size="sm" c="dimmed">
          {text.noAccount}
        </Text>
      </Stack>
    </AuthCard>
  );
}
