import { Alert, Button, Divider } from '@mantine/core';
import { IconAlertTriangle, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { signInMethodsQuery } from './auth.queries';
import { authText } from './auth.text';

const text = authText.sso;

interface SingleSignOnProps {
  /** Where the person wanted to go; a path of this console. */
  next: string | undefined;
  /** Code of what went wrong on the way back from the provider. */
  problem: string | undefined;
}

/** The way to the identity provider, where one is set up, and what it said last. */
export function SingleSignOn({ next, problem }: SingleSignOnProps) {
  const methods = useQuery(signInMethodsQuery);
  const sso = methods.data?.sso;
  const words = problem === undefined ? undefined : (text.problems[problem] ?? text.otherProblem);
  return (
    <>
      {words && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={text.problemTitle} role="alert">
          {words}
        </Alert>
      )}
      {sso && (
        <>
          <Button
            component="a"
            href={`/api/v1/auth/oidc/start${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`}
            size="md"
            variant="default"
            leftSection={<IconShieldLock size={18} />}
          >
            {sso.label}
          </Button>
          <Divider label={text.or} />
        </>
      )}
    </>
  );
}
