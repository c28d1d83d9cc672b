import { Stack } from '@mantine/core';
import { Panel } from '../../../ui/panel';
import { CredentialForm } from './credential-form';
import { CredentialHistory } from './credential-history';
import { credentialsText as text } from './credentials.text';

/** What is set for everybody, never what it is, and what was set before. */
export function CredentialsTab({ slug }: { slug: string }) {
  return (
    <Stack gap="lg">
      <Panel title={text.title} description={text.lead} flush>
        <CredentialForm source={{ of: 'everybody', server: slug }} label={text.title} />
      </Panel>
      <CredentialHistory server={slug} />
    </Stack>
  );
}
