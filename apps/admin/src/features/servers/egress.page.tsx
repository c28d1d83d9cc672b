import { Button, Code, Group, Stack, TagsInput, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../../lib/permissions';
import { Page } from '../../patterns/page';
import { PermissionGate } from '../../patterns/permission-gate';
import { ProblemAlert } from '../../patterns/problem-alert';
import { QueryView } from '../../patterns/query-view';
import { Panel } from '../../ui/panel';
import { useSetEgress } from './servers.mutations';
import { egressQuery } from './servers.queries';
import { serversText } from './servers.text';

const text = serversText.egress;

const RULE = /^(\[[0-9a-fA-F:.]+\](\/\d{1,3})?|[^\s:/[\]]+(\/\d{1,2})?):(\d{1,5}|\*)$/;

interface RulesProps {
  saved: readonly string[];
  fromEnvironment: readonly string[];
  /** A rule to start with, from a refused connection test. */
  suggested: string | undefined;
}

function Rules({ saved, fromEnvironment, suggested }: RulesProps) {
  const [rules, setRules] = useState<string[]>(suggested && !saved.includes(suggested) ? [...saved, suggested] : [...saved]);
  const save = useSetEgress();
  const mayWrite = useCan('settings:write');
  const wrong = rules.find((rule) => !RULE.test(rule));
  const dirty = rules.join('\n') !== saved.join('\n');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(rules, { onSuccess: () => notifications.show({ color: 'teal', message: text.saved }) });
      }}
    >
      <Stack gap="md">
        <TagsInput
          label={text.rules}
          description={text.rulesHint}
          placeholder={text.add}
          value={rules}
          onChange={setRules}
          disabled={!mayWrite}
          {...(wrong ? { error: text.invalid(wrong) } : {})}
        />
        <Stack gap={4}>
          <Text size="sm" fw={600}>
            {text.environment}
          </Text>
          <Group gap="xs">
            {fromEnvironment.length === 0 ? (
              <Text size="sm" c="dimmed">
                {text.environmentNone}
              </Text>
            ) : (
              fromEnvironment.map((rule) => <Code key={rule}>{rule}</Code>)
            )}
          </Group>
        </Stack>
        <Text size="sm" c="dimmed">
          {text.never}
        </Text>
        {save.error && <ProblemAlert error={save.error} />}
        <Group justify="flex-end">
          <PermissionGate permission="settings:write">
            {(allowed) => (
              <Button type="submit" disabled={!allowed || !dirty || wrong !== undefined} loading={save.isPending}>
                {text.save}
              </Button>
            )}
          </PermissionGate>
        </Group>
      </Stack>
    </form>
  );
}

/** Where the gateway may connect to. `tabs` is the navigation of the settings. */
export function EgressPage({ tabs, suggested }: { tabs: ReactNode; suggested: string | undefined }) {
  const egress = useQuery(egressQuery);
  return (
    <Page title={text.title} lead={text.lead} width="narrow" trail={tabs}>
      <Panel>
        <QueryView query={egress}>
          {(settings) => <Rules saved={settings.rules} fromEnvironment={settings.fromEnvironment} suggested={suggested} />}
        </QueryView>
      </Panel>
    </Page>
  );
}
