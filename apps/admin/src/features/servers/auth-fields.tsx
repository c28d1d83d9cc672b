import { PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { slotLabel } from './credentials/credential-columns';
import { AUTH_KINDS, authSlotsOf, CLIENT_METHODS, type AuthDraft } from './auth-draft';
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
      {auth.kind === 'oauth-client' && (
        <>
          <TextInput
            label={text.tokenUrl}
            type="url"
            withAsterisk
            value={auth.tokenUrl}
            onChange={(event) => change({ tokenUrl: event.currentTarget.value })}
          />
          <TextInput
            label={text.clientId}
            withAsterisk
            maxLength={512}
            value={auth.clientId}
            onChange={(event) => change({ clientId: event.currentTarget.value })}
          />
          <Select
            label={text.method}
            allowDeselect={false}
            data={CLIENT_METHODS.map((value) => ({ value, label: text.methods[value] }))}
            value={auth.method}
            onChange={(value) => value && change({ method: value as AuthDraft['method'] })}
          />
          <TextInput
            label={text.scopes}
            description={text.scopesHint}
            value={auth.scopes}
            onChange={(event) => change({ scopes: event.currentTarget.value })}
          />
        </>
      )}
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
