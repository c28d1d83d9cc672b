import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { PASSWORD_LENGTH } from '@mcpnest/shared/limits';
import { useQuery } from '@tanstack/react-query';
import { setupQuery } from '../../lib/session.queries';
import { ProblemAlert } from '../../patterns/problem-alert';
import { useProblemForm } from '../../patterns/use-problem-form';
import { ButtonLink } from '../../ui/links';
import { AuthCard } from './auth-card';
import { useSetup } from './auth.mutations';
import { authText } from './auth.text';
import { fieldRules } from './field-rules';

interface SetupPageProps {
  /** From the link's fragment; empty when somebody came without it. */
  code: string;
  /** Called once the operator is signed in, with the name for the first workspace. */
  onReady: (workspaceName: string) => Promise<void>;
}

/** First run: one form makes the operator and names the first workspace. */
export function SetupPage({ code, onReady }: SetupPageProps) {
  const text = authText.setup;
  const state = useQuery(setupQuery);
  const setup = useSetup();
  const { form, error, refuse } = useProblemForm({
    initialValues: { code, email: '', name: '', password: '', workspace: text.workspaceDefault },
    validate: {
      code: fieldRules.needed,
      email: fieldRules.email,
      name: fieldRules.needed,
      password: fieldRules.newPassword,
      workspace: fieldRules.needed,
    },
  });
  const submit = form.onSubmit(async ({ workspace, ...person }) => {
    try {
      await setup.mutateAsync(person);
      await onReady(workspace.trim());
    } catch (problem) {
      refuse(problem);
    }
  });
  if (state.data?.open === false && !setup.isSuccess && !form.submitting) {
    return (
      <AuthCard title={text.closedTitle} lead={text.closed}>
        <ButtonLink to="/sign-in">{text.toSignIn}</ButtonLink>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={text.title} lead={text.lead}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {(code === '' || form.errors['code'] || error !== null) && (
            <TextInput
              label={text.code}
              description={text.codeHint}
              autoComplete="off"
              spellCheck={false}
              withAsterisk
              {...form.getInputProps('code')}
            />
          )}
          <TextInput label={authText.name} autoComplete="name" withAsterisk data-autofocus autoFocus {...form.getInputProps('name')} />
          <TextInput label={authText.email} type="email" autoComplete="username" withAsterisk {...form.getInputProps('email')} />
          <PasswordInput
            label={authText.password}
            description={authText.passwordHint(PASSWORD_LENGTH.min)}
            autoComplete="new-password"
            withAsterisk
            {...form.getInputProps('password')}
          />
          <TextInput label={text.workspace} description={text.workspaceHint} withAsterisk {...form.getInputProps('workspace')} />
          {error !== null && <ProblemAlert error={error} />}
          <Button type="submit" size="md" loading={form.submitting || setup.isPending}>
            {text.submit}
          </Button>
        </Stack>
      </form>
    </AuthCard>
  );
}
