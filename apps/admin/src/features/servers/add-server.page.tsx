import { Alert, Button, Group, Stack, Stepper, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Page } from '../../patterns/page';
import { ProblemAlert } from '../../patterns/problem-alert';
import { AnchorLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import { ADD_STEPS, credentialsOf, transportOf } from './add-draft';
import { EndpointStep } from './add-endpoint.step';
import { prefixRule, PublishStep } from './add-publish.step';
import { ConnectionTest } from './connection-test';
import { HeaderFields } from './header-fields';
import { serversText } from './servers.text';
import { ToolChoice } from './tool-choice';
import { useAddServer } from './use-add-server';

const text = serversText.add;
type Wizard = ReturnType<typeof useAddServer>;

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
      <HeaderFields
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
        request={{ transport: transportOf(wizard.draft), ...(Object.keys(credentials).length > 0 ? { credentials } : {}) }}
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

function StepBody({ wizard }: { wizard: Wizard }) {
  switch (wizard.draft.step) {
    case 'endpoint':
      return <EndpointStep draft={wizard.draft} onChange={wizard.change} onSecrets={wizard.setSecrets} />;
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

/** From pasted text to a server in the catalogue, in five steps that can be left and taken up again. */
export function AddServerPage({ onSaved }: { onSaved: (slug: string) => void }) {
  const wizard = useAddServer((slug) => {
    notifications.show({ color: 'teal', message: text.savedAs(wizard.draft.name) });
    onSaved(slug);
  });
  const { draft, at } = wizard;
  const ready = draft.url !== '' && draft.name.trim() !== '';
  const isLast = at === ADD_STEPS.length - 1;
  const save = () => void wizard.save().catch(() => undefined);
  return (
    <Page
      title={text.title}
      lead={text.lead}
      width="narrow"
      trail={
        <AnchorLink to="/catalogue" size="sm">
          {serversText.detail.back}
        </AnchorLink>
      }
    >
      {wizard.resumed && ready && (
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {text.resumed}
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={wizard.discard}>
            {text.discard}
          </Button>
        </Group>
      )}
      <Stepper active={at} size="xs" iconSize={26} onStepClick={(step) => wizard.goTo(ADD_STEPS[step]!)} allowNextStepsSelect={ready}>
        {ADD_STEPS.map((step) => (
          <Stepper.Step key={step} label={text.steps[step]} />
        ))}
      </Stepper>
      <Panel>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isLast) save();
            else if (ready) wizard.next();
          }}
        >
          <Stack gap="lg">
            <StepBody wizard={wizard} />
            {wizard.error && <ProblemAlert error={wizard.error}>{wizard.savedSlug && <Text size="sm">{text.partly}.</Text>}</ProblemAlert>}
            <Group justify="space-between">
              <Button variant="default" onClick={wizard.back} disabled={at === 0}>
                {text.back}
              </Button>
              <Group gap="sm">
                {!isLast && at >= 2 && (
                  <Button variant="subtle" disabled={!ready} loading={wizard.pending} onClick={save}>
                    {text.save}
                  </Button>
                )}
                {isLast ? (
                  <Button type="submit" disabled={!ready || prefixRule(draft.prefix) !== null} loading={wizard.pending}>
                    {text.save}
                  </Button>
                ) : (
                  <Button type="submit" disabled={!ready}>
                    {text.next}
                  </Button>
                )}
              </Group>
            </Group>
          </Stack>
        </form>
      </Panel>
    </Page>
  );
}
