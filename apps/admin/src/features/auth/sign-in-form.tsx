import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { ProblemAlert } from '../../patterns/problem-alert';
import { useProblemForm } from '../../patterns/use-problem-form';
import { useSignIn } from './auth.mutations';
import { authText } from './auth.text';
import { fieldRules } from './field-rules';

/** Email and password; used by the page and by the dialog over an ended session. */
export function SignInForm({ email = '', onSignedIn }: { email?: string; onSignedIn: () => void }) {
  const signIn = useSignIn();
  const { form, error, refuse } = useProblemForm({
    initialValues: { email, password: '' },
    validate: { email: fieldRules.email, password: fieldRules.needed },
  });
  const submit = form.onSubmit((values) => signIn.mutate(values, { onSuccess: onSignedIn, onError: refuse }));
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={authText.email}
          type="email"
          autoComplete="username"
          {...form.getInputProps('email')}
          {...(email === '' ? { 'data-autofocus': true, autoFocus: true } : {})}
        />
        <PasswordInput
          label={authText.password}
          autoComplete="current-password"
          {...form.getInputProps('password')}
          {...(email === '' ? {} : { 'data-autofocus': true, autoFocus: true })}
        />
        {error !== null && <ProblemAlert error={error} />}
        <Button type="submit" size="md" loading={signIn.isPending}>
          {authText.signIn.submit}
        </Button>
      </Stack>
    </form>
  );
}
