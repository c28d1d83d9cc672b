import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { PASSWORD_LENGTH } from '@mcpnest/shared/limits';
import type { InvitePreview } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { ProblemAlert } from '../../patterns/problem-alert';
import { QueryView } from '../../patterns/query-view';
import { useProblemForm } from '../../patterns/use-problem-form';
import { AuthCard } from './auth-card';
import { useAcceptInvite } from './auth.mutations';
import { inviteQuery } from './auth.queries';
import { authText } from './auth.text';
import { fieldRules } from './field-rules';

const text = authText.invite;

interface AcceptProps {
  code: string;
  invite: InvitePreview;
  onAccepted: () => void;
}

function AcceptForm({ code, invite, onAccepted }: AcceptProps) {
  const accept = useAcceptInvite();
  const { form, error, refuse } = useProblemForm({
    initialValues: { name: '', password: '' },
    validate: {
      name: (value) => (invite.knownPerson ? null : fieldRules.needed(value)),
      password: invite.knownPerson ? fieldRules.needed : fieldRules.newPassword,
    },
  });
  const submit = form.onSubmit(({ name, password }) =>
    accept.mutate({ code, password, ...(invite.knownPerson ? {} : { name: name.trim() }) }, { onSuccess: onAccepted, onError: refuse }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {invite.knownPerson && <Text size="sm">{text.known}</Text>}
        {!invite.knownPerson && (
          <TextInput label={authText.name} autoComplete="name" autoFocus withAsterisk {...form.getInputProps('name')} />
        )}
        <input type="text" name="username" autoComplete="username" value={invite.email} readOnly hidden />
        <PasswordInput
          label={authText.password}
          withAsterisk
          autoComplete={invite.knownPerson ? 'current-password' : 'new-password'}
          {...(invite.knownPerson ? {} : { description: authText.passwordHint(PASSWORD_LENGTH.min) })}
          {...form.getInputProps('password')}
        />
        {error !== null && <ProblemAlert error={error} />}
        <Button type="submit" size="md" loading={accept.isPending}>
          {text.accept}
        </Button>
      </Stack>
    </form>
  );
}

/** Where an invitation link leads: says who invites to what, and lets a person in. */
export function InvitePage({ code, onAccepted }: { code: string; onAccepted: () => void }) {
  const invite = useQuery(inviteQuery(code));
  if (code === '')
    return (
      <AuthCard title={text.missingTitle} lead={text.missing}>
        {null}
      </AuthCard>
    );
  if (invite.error)
    return (
      <AuthCard title={text.invalidTitle} lead={text.invalid}>
        <ProblemAlert error={invite.error} />
      </AuthCard>
    );
  const { data } = invite;
  return (
    <AuthCard title={data ? text.title(data.workspaceName) : '…'} lead={data ? text.lead(data.email, data.role) : undefined}>
      <QueryView query={invite}>{(found) => <AcceptForm code={code} invite={found} onAccepted={onAccepted} />}</QueryView>
    </AuthCard>
  );
}
