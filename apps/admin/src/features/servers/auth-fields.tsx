import { PasswordInput, Select, Stack } from '@mantine/core';
import { slotLabel } from './credentials/credential-columns';
import { AUTH_KINDS, authSlotsOf, type AuthDraft } from './auth-draft';
import { OAuthClientFields, OAuthMemberFields } from './oauth-fields';
import { serversText } from './servers.text';

const text = serversText.auth;

interface AuthFieldsProps {
  auth: AuthDraft;
  secrets: Readonly<Record<string, string>>;
  onAuth: (auth: AuthDraft) => void;
  onSecrets: (secrets: Record<string, string>) => void;
}

/** How the gateway proves itself to a server, besides secret headers. */
export function AuthFields({ auth, secrets, onAuth, onSecrets }: AuthFieldsProps) {
  const change = (part: Partial<AuthDraft>) => onAuth({ ...auth, ...part });
  return (
    <Stack gap="md">
      <Select
        label={text.kind}
        description={text.hints[auth.kind]}
        allowDeselect={false}
        data={AUTH_KINDS.map((value) => ({ value, label: text.kinds[value] }))}
        value={auth.kind}
        onChange={(value) => value && change({ kind: value as AuthDraft['kind'] })}
      />
      {auth.kind === 'oauth-client' && <OAuthClientFields auth={auth} onChange={change} />}
      {auth.kind === 'oauth-member' && <OAuthMemberFields auth={auth} onChange={change} />}
      {authSlotsOf(auth).map((slot) => (
        <PasswordInput
          key={slot}
          label={slotLabel(slot)}
          autoComplete="off"
          value={secrets[slot] ?? ''}
          onChange={(event) => onSecrets({ ...secrets, [slot]: event.currentTarget.value })}
        />
      ))}
    </Stack>
  );
}
