import { Button, Group, NumberInput, Stack, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Page } from '../../patterns/page';
import { ProblemAlert } from '../../patterns/problem-alert';
import { QueryView } from '../../patterns/query-view';
import { Panel } from '../../ui/panel';
import { useSetTokenPolicy, type TokenRules } from './token-policy.mutations';
import { tokenPolicyQuery } from './workspaces.queries';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokenPolicy;

function Rules({ saved }: { saved: TokenRules }) {
  const save = useSetTokenPolicy();
  const [days, setDays] = useState<number | string>(saved.lifetimeDaysMax ?? '');
  const [never, setNever] = useState(saved.mayNeverExpire);
  const lifetimeDaysMax = typeof days === 'number' ? days : null;
  const rules = { lifetimeDaysMax, mayNeverExpire: lifetimeDaysMax === null && never };
  const isDirty = rules.lifetimeDaysMax !== saved.lifetimeDaysMax || rules.mayNeverExpire !== saved.mayNeverExpire;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(rules, { onSuccess: () => notifications.show({ color: 'teal', message: text.saved }) });
      }}
    >
      <Stack gap="md">
        <NumberInput
          label={text.lifetime}
          description={text.lifetimeHint}
          min={1}
          max={3650}
          allowDecimal={false}
          allowNegative={false}
          value={days}
          onChange={setDays}
        />
        <Switch
          label={text.never}
          description={text.neverHint}
          checked={rules.mayNeverExpire}
          disabled={lifetimeDaysMax !== null}
          onChange={(event) => setNever(event.currentTarget.checked)}
        />
        {save.error && <ProblemAlert error={save.error} />}
        <Group justify="flex-end">
          <Button type="submit" disabled={!isDirty} loading={save.isPending}>
            {text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The operator's word on how long tokens may live. `tabs` is the navigation of the settings. */
export function TokenPolicyPage({ tabs }: { tabs: ReactNode }) {
  const policy = useQuery(tokenPolicyQuery);
  return (
    <Page title={text.title} lead={text.lead} width="narrow" trail={tabs}>
      <Panel>
        <QueryView query={policy} lines={2}>
          {(saved) => <Rules key={JSON.stringify(saved)} saved={saved} />}
        </QueryView>
      </Panel>
    </Page>
  );
}
