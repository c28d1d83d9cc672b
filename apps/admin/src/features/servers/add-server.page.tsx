import { Button, Group, Stack, Stepper, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../../patterns/page';
import { ProblemAlert } from '../../patterns/problem-alert';
import { QueryView } from '../../patterns/query-view';
import { AnchorLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import { ADD_STEPS, type AddDraft } from './add-draft';
import { draftOfEntry, openPartsOf } from './add-entry';
import { entryQuery } from './browse/browse.queries';
import { prefixRule } from './add-publish.step';
import { serversText } from './servers.text';
import { useAddServer } from './use-add-server';
import { StepBody } from './add-step-body';

const text = serversText.add;

interface AddServerPageProps {
  /** Id of an entry of the catalogue to begin with. */
  entry?: string | undefined;
  onSaved: (slug: string) => void;
}

/** From pasted text or an entry to a server in the catalogue, in five steps that can be left and taken up again. */
export function AddServerPage({ entry, onSaved }: AddServerPageProps) {
  const query = useQuery({ ...entryQuery(entry ?? ''), enabled: entry !== undefined });
  if (entry === undefined) return <Wizard start={null} onSaved={onSaved} />;
  return <QueryView query={query}>{(found) => <Wizard key={found.id} start={draftOfEntry(found)} onSaved={onSaved} />}</QueryView>;
}

function Wizard({ start, onSaved }: { start: AddDraft | null; onSaved: (slug: string) => void }) {
  const wizard = useAddServer((slug) => {
    notifications.show({ color: 'teal', message: text.savedAs(wizard.draft.name) });
    onSaved(slug);
  }, start);
  const { draft, at } = wizard;
  const ready = draft.url !== '' && draft.name.trim() !== '' && openPartsOf(draft).length === 0;
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
