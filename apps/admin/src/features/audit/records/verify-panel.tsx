import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { Panel } from '../../../ui/panel';
import { useVerifyCalls } from './records.queries';
import { recordsText } from './records.text';
import { VerifyResult } from './verify-result';

const text = recordsText.verify;

const today = (): string => new Date().toISOString().slice(0, 10);

/** Proves the records of some days. */
export function VerifyPanel() {
  const verify = useVerifyCalls();
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const isBackwards = to < from;
  return (
    <Panel title={text.title} description={text.lead}>
      <Stack gap="md">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            verify.mutate({ from, to });
          }}
        >
          <Group gap="sm" align="flex-start">
            <TextInput type="date" label={text.from} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
            <TextInput
              type="date"
              label={text.to}
              value={to}
              error={isBackwards ? text.days : null}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
            <Button type="submit" mt={24} loading={verify.isPending} disabled={from === '' || to === '' || isBackwards}>
              {text.run}
            </Button>
          </Group>
        </form>
        {verify.error && <ProblemAlert error={verify.error} />}
        {verify.data && !verify.isPending && <VerifyResult result={verify.data} />}
      </Stack>
    </Panel>
  );
}
