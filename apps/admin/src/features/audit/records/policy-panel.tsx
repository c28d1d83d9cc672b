import { Button, Group, NumberInput, Select, Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { AuditPolicy } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../../lib/permissions';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import { auditPolicyQuery, useSetAuditPolicy, type OwnPolicy } from './records.queries';
import { recordsText } from './records.text';

const text = recordsText.policy;
const USUAL = 'usual';

function PolicyForm({ slug, saved }: { slug: string; saved: AuditPolicy }) {
  const save = useSetAuditPolicy(slug);
  const mayChange = useCan('settings:write');
  const [mode, setMode] = useState<OwnPolicy['mode']>(saved.mode);
  const [days, setDays] = useState<number | string>(saved.retentionDays ?? '');
  const [legalHold, setLegalHold] = useState(saved.legalHold);
  const policy: OwnPolicy = { mode, retentionDays: typeof days === 'number' ? days : null, legalHold };
  const isDirty = mode !== saved.mode || policy.retentionDays !== saved.retentionDays || legalHold !== saved.legalHold;
  const modes = [
    { value: USUAL, label: text.modes.usual(text.usualModes[saved.usualMode]) },
    { value: 'available', label: text.modes.available },
    { value: 'strict', label: text.modes.strict },
  ];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(policy, { onSuccess: () => notifications.show({ color: 'teal', message: text.saved }) });
      }}
    >
      <fieldset disabled={!mayChange} style={{ border: 0, padding: 0, margin: 0 }}>
        <Stack gap="md">
          <Select
            label={text.mode}
            data={modes}
            value={mode ?? USUAL}
            allowDeselect={false}
            disabled={!mayChange}
            onChange={(value) => setMode(value === 'available' || value === 'strict' ? value : null)}
          />
          <NumberInput
            label={text.days}
            description={text.daysHint(saved.usualRetentionDays)}
            min={saved.usualRetentionDays + 1}
            max={3650}
            allowDecimal={false}
            allowNegative={false}
            value={days}
            onChange={setDays}
          />
          <Switch
            label={text.hold}
            description={text.holdHint}
            checked={legalHold}
            onChange={(event) => setLegalHold(event.currentTarget.checked)}
          />
          {save.error && <ProblemAlert error={save.error} />}
          {mayChange ? (
            <Group justify="flex-end">
              <Button type="submit" disabled={!isDirty} loading={save.isPending}>
                {text.save}
              </Button>
            </Group>
          ) : (
            <Text size="sm" c="dimmed">
              {text.operators}
            </Text>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}

/** How call records of a workspace are kept: seen by its members, changed by operators. */
export function PolicyPanel({ slug }: { slug: string }) {
  const policy = useQuery(auditPolicyQuery(slug));
  return (
    <Panel title={text.title} description={text.lead}>
      <QueryView query={policy} lines={3}>
        {(saved) => <PolicyForm key={JSON.stringify(saved)} slug={slug} saved={saved} />}
      </QueryView>
    </Panel>
  );
}
