import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPlug } from '@tabler/icons-react';
import { reasonWords } from '../test-trace';
import type { AccountSearch } from './accounts-search';
import { accountsText } from './accounts.text';

const text = accountsText.outcome;

/** How a connection ended, or why somebody was sent here. */
export function AccountOutcome({ connect, connected, problem }: AccountSearch) {
  if (connected)
    return (
      <Alert color="teal" variant="light" icon={<IconCheck size={18} />} role="status">
        {text.connected(connected)}
      </Alert>
    );
  if (!connect) return null;
  if (!problem)
    return (
      <Alert color="blue" variant="light" icon={<IconPlug size={18} />} role="status">
        {text.asked(connect)}
      </Alert>
    );
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={text.failed(connect)} role="alert">
      {reasonWords(problem).title}. {text.hints[problem] ?? text.otherHint}
    </Alert>
  );
}
