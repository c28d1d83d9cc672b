import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { PASSWORD_LENGTH } from '@mcpnest/shared/limits';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { useProblemForm } from '../../../patterns/use-problem-form';
import { authText } from '../auth.text';
import { fieldRules } from '../field-rules';
import { useChangePassword } from './account.mutations';
import { accountText as text } from './account.text';

/** Changes one's own password. */
export function PasswordForm() {
  const change = useChangePassword();
  const { form, error, refuse, restart } = useProblemForm({
    initialValues: { current: '', password: '' },
    validate: { current: fieldRules.needed, password: fieldRules.newPassword },
  });
  const submit = form.onSubmit((values) =>
    change.mutate(values, {
      onSuccess: () => {
        restart();
        notifications.show({ color: 'teal', message: text.changed });
      },
      onError: refuse,
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <PasswordInput label={text.current} autoComplete="current-password" withAsterisk {...form.getInputProps('current')} />
        <PasswordInput
          label={text.next}
          description={authText.passwordHint(PASSWORD_LENGTH.min)}
          autoComplete="new-password"
          withAsterisk
          {...form.getInputProps('password')}
        />
        {error !== null && <ProblemAlert error={error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={change.isPending}>
            {text.change}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
