import { Alert, Stack, Text } from '@mantine/core';
import { credentialsOf, transportOf } from './add-draft';
import { EndpointStep } from './add-endpoint.step';
import { PublishStep } from './add-publish.step';
import { AuthFields } from './auth-fields';
import { ConnectionTest } from './connection-test';
import { HeaderFields } from './header-fields';
import { serversText } from './servers.text';
import { ToolChoice } from './tool-choice';
import { type useAddServer } from './use-add-server';

const text = serversText.add;

export type Wizard = ReturnType<typeof useAddServer>;

function CredentialsStep({ wizard }: { wizard: Wizard }) {
  const { draft, secrets, resumed } = wizard;
  const mustRefill = resumed && draft.headers.some(({ name, secret }) => secret && !secrets[name]);
  return (
    <Stack gap="md">
      {mustRefill && (
        <Alert color="yellow" variant="light">
          {text.refill}
        </Alert>
      )}
      {draft.type !== 'stdio' && (
        <AuthFields auth={draft.auth} secrets={secrets} onAuth={(auth) => wizard.change({ auth })} onSecrets={wizard.setSecrets} />
      )}
      <HeaderFields
        ofProgram={draft.type === 'stdio'}
        headers={draft.headers}
        secrets={secrets}
        onHeaders={(headers) => wizard.change({ headers })}
        onSecrets={wizard.setSecrets}
      />
    </Stack>
  );
}

function TestStep({ wizard }: { wizard: Wizard }) {
  const credentials = credentialsOf(wizard.draft, wizard.secrets);
  return (
    <Stack gap="md">
      <ConnectionTest
        auto
        request={{ transport: transportOf(wizard.draft, wizard.secrets), ...(Object.keys(credentials).length > 0 ? { credentials } : {}) }}
        onReport={wizard.setReport}
      />
      {!wizard.report?.ok && (
        <Text size="sm" c="dimmed">
          {text.untested}
        </Text>
      )}
    </Stack>
  );
}

function ToolsStep({ wizard }: { wizard: Wizard }) {
  const tools = wizard.report?.tools;
  if (!tools)
    return (
      <Text size="sm" c="dimmed">
        {text.toolsUnknown}
      </Text>
    );
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {text.toolsLead}
      </Text>
      <ToolChoice tools={tools} off={wizard.draft.off} onOff={(off) => wizard.change({ off })} />
    </Stack>
  );
}

/** The part of the wizard that belongs to its current step. */
export function StepBody({ wizard }: { wizard: Wizard }) {
  switch (wizard.draft.step) {
    case 'endpoint':
      return <EndpointStep draft={wizard.draft} onChange={wizard.change} onSecrets={wizard.setSecrets} onLeave={wizard.discard} />;
    case 'credentials':
      return <CredentialsStep wizard={wizard} />;
    case 'test':
      return <TestStep wizard={wizard} />;
    case 'tools':
      return <ToolsStep wizard={wizard} />;
    case 'publish':
      return <PublishStep draft={wizard.draft} onChange={wizard.change} />;
  }
}
