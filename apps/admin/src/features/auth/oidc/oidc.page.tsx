import { Alert, Button, Code, Group, PasswordInput, Stack, Switch, TagsInput, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { OidcSettings } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Page } from '../../../patterns/page';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { QueryView } from '../../../patterns/query-view';
import { CopyIcon } from '../../../ui/copy-button';
import { Panel } from '../../../ui/panel';
import { GroupRules } from './group-rules';
import { useSetOidc, useTestOidc } from './oidc.mutations';
import { oidcQuery } from './oidc.queries';
import { oidcText as text } from './oidc.text';
import { oidcRequest, useOidcForm, type OidcForm } from './use-oidc-form';

function ProviderFields({ form, settings }: { form: OidcForm; settings: OidcSettings }) {
  return (
    <Stack gap="md">
      <Switch label={text.enabled} {...form.getInputProps('enabled', { type: 'checkbox' })} />
      <TextInput label={text.issuer} description={text.issuerHint} withAsterisk {...form.getInputProps('issuer')} />
      <TextInput label={text.clientId} withAsterisk {...form.getInputProps('clientId')} />
      <PasswordInput
        label={text.clientSecret}
        description={settings.hasClientSecret ? text.secretKept : text.secretNone}
        autoComplete="off"
        {...form.getInputProps('clientSecret')}
      />
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {text.redirect}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Code style={{ overflowWrap: 'anywhere' }}>{settings.redirectUri}</Code>
          <CopyIcon value={settings.redirectUri} what={text.redirect} />
        </Group>
      </Stack>
      <TagsInput label={text.scopes} description={text.scopesHint} {...form.getInputProps('scopes')} />
      <TextInput label={text.label} withAsterisk {...form.getInputProps('buttonLabel')} />
    </Stack>
  );
}

function PeopleFields({ form }: { form: OidcForm }) {
  return (
    <Stack gap="md">
      <TagsInput label={text.domains} description={text.domainsHint} {...form.getInputProps('emailDomains')} />
      <Switch label={text.automatic} description={text.automaticHint} {...form.getInputProps('automatic', { type: 'checkbox' })} />
      <Switch label={text.trusted} description={text.trustedHint} {...form.getInputProps('emailTrusted', { type: 'checkbox' })} />
    </Stack>
  );
}

function OidcFields({ settings }: { settings: OidcSettings }) {
  const { form, error, refuse } = useOidcForm(settings);
  const save = useSetOidc();
  const test = useTestOidc();
  const submit = form.onSubmit((values) =>
    save.mutate(oidcRequest(values), {
      onSuccess: () => {
        form.resetDirty();
        form.setFieldValue('clientSecret', '');
        notifications.show({ color: 'teal', message: text.saved });
      },
      onError: refuse,
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <Panel title={text.provider}>
          <ProviderFields form={form} settings={settings} />
        </Panel>
        <Panel title={text.people}>
          <PeopleFields form={form} />
        </Panel>
        <Panel title={text.groups} description={text.groupsLead}>
          <Stack gap="md">
            <TextInput label={text.claim} withAsterisk {...form.getInputProps('groupsClaim')} />
            <TextInput label={text.operatorGroup} description={text.operatorGroupHint} {...form.getInputProps('operatorGroup')} />
            <GroupRules form={form} />
          </Stack>
        </Panel>
        {error !== null && <ProblemAlert error={error} />}
        {test.error && <ProblemAlert error={test.error} />}
        {test.data && (
          <Alert color={test.data.ok ? 'teal' : 'orange'} variant="light" title={test.data.ok ? text.testOk : text.testBad} role="status">
            {test.data.problem ?? <Code>{test.data.authorizationEndpoint}</Code>}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" disabled={settings.issuer === ''} loading={test.isPending} onClick={() => test.mutate()}>
            {text.test}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** How people sign in through an identity provider. `tabs` is the navigation of the settings. */
export function OidcPage({ tabs }: { tabs: ReactNode }) {
  const oidc = useQuery(oidcQuery);
  return (
    <Page title={text.title} lead={text.lead} width="narrow" trail={tabs}>
      <QueryView query={oidc}>{(settings) => <OidcFields settings={settings} />}</QueryView>
    </Page>
  );
}
