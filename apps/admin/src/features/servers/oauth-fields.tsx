import { Select, TextInput } from '@mantine/core';
import { CLIENT_METHODS, MEMBER_METHODS, type AuthDraft } from './auth-draft';
import { serversText } from './servers.text';

const text = serversText.auth;

interface OAuthFieldsProps {
  auth: AuthDraft;
  onChange: (part: Partial<AuthDraft>) => void;
}

function ScopesField({ auth, onChange, hint }: OAuthFieldsProps & { hint: string }) {
  return (
    <TextInput
      label={text.scopes}
      description={hint}
      value={auth.scopes}
      onChange={(event) => onChange({ scopes: event.currentTarget.value })}
    />
  );
}

function MethodField({ auth, onChange, methods }: OAuthFieldsProps & { methods: readonly AuthDraft['method'][] }) {
  return (
    <Select
      label={text.method}
      allowDeselect={false}
      data={methods.map((value) => ({ value, label: text.methods[value] }))}
      value={auth.method}
      onChange={(value) => value && onChange({ method: value as AuthDraft['method'] })}
    />
  );
}

/** The gateway's own account at an authorization server. */
export function OAuthClientFields({ auth, onChange }: OAuthFieldsProps) {
  return (
    <>
      <TextInput
        label={text.tokenUrl}
        type="url"
        withAsterisk
        value={auth.tokenUrl}
        onChange={(event) => onChange({ tokenUrl: event.currentTarget.value })}
      />
      <TextInput
        label={text.clientId}
        withAsterisk
        maxLength={512}
        value={auth.clientId}
        onChange={(event) => onChange({ clientId: event.currentTarget.value })}
      />
      <MethodField auth={auth} onChange={onChange} methods={CLIENT_METHODS} />
      <ScopesField auth={auth} onChange={onChange} hint={text.scopesHint} />
    </>
  );
}

/** Accounts of people: nothing has to be filled in, unless the authorization server takes no registrations. */
export function OAuthMemberFields({ auth, onChange }: OAuthFieldsProps) {
  return (
    <>
      <TextInput
        label={text.issuer}
        description={text.issuerHint}
        type="url"
        value={auth.issuer}
        onChange={(event) => onChange({ issuer: event.currentTarget.value })}
      />
      <TextInput
        label={text.clientId}
        description={text.clientIdHint}
        maxLength={512}
        value={auth.clientId}
        onChange={(event) => onChange({ clientId: event.currentTarget.value })}
      />
      {auth.clientId.trim() !== '' && <MethodField auth={auth} onChange={onChange} methods={MEMBER_METHODS} />}
      <ScopesField auth={auth} onChange={onChange} hint={text.scopesOfMembersHint} />
    </>
  );
}
