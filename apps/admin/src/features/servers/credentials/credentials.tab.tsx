import { Stack } from '@mantine/core';
import { Panel } from '../../../ui/panel';
import { AccountOutcome } from '../accounts/account-outcome';
import type { AccountSearch } from '../accounts/accounts-search';
import { SignInPanel } from '../accounts/sign-in-panel';
import { CredentialForm } from './credential-form';
import { CredentialHistory } from './credential-history';
import { credentialsText as text } from './credentials.text';

interface CredentialsTabProps {
  slug: string;
  /** Whether people connect accounts of their own to the server. */
  isForPeople: boolean;
  search: AccountSearch;
}

/** What is set for everybody, never what it is, and what was set before. */
export function CredentialsTab({ slug, isForPeople, search }: CredentialsTabProps) {
  return (
    <Stack gap="lg">
      <AccountOutcome {...search} />
      {isForPeople && <SignInPanel server={slug} />}
      <Panel title={text.title} description={text.lead} flush>
        <CredentialForm source={{ of: 'everybody', server: slug }} label={text.title} />
      </Panel>
      <CredentialHistory server={slug} />
    </Stack>
  );
}
