import { Button, Group, Stack, Text } from '@mantine/core';
import type { ServerAccountView } from '@mcpnest/api-client';
import { useState } from 'react';
import { ConfirmDanger } from '../../../patterns/confirm-danger';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { TimeAgo } from '../../../patterns/time-ago';
import { StatusDot } from '../../../ui/status-dot';
import { useConnectAccount, useDisconnectAccount, type AccountSource } from './accounts.mutations';
import { accountsText as text } from './accounts.text';

const TONES = { none: 'idle', connected: 'good', lapsed: 'bad' } as const;

function Facts({ account }: { account: ServerAccountView }) {
  const { connectedAt, refreshedAt, lastSuccessAt, lastFailureAt, expiresAt, renewable } = account;
  const facts = [
    { label: text.facts.connected, at: connectedAt },
    { label: text.facts.renewed, at: refreshedAt },
    { label: text.facts.passed, at: lastSuccessAt },
    { label: text.facts.refused, at: lastFailureAt },
  ];
  return (
    <Group gap="lg">
      {facts.map(({ label, at }) => (
        <Text key={label} size="xs" c="dimmed">
          {label}: <TimeAgo at={at} never={text.never} />
        </Text>
      ))}
      {expiresAt && (
        <Text size="xs" c="dimmed">
          {text.facts.ends}: {renewable ? text.renewedByItself : <TimeAgo at={expiresAt} />}
        </Text>
      )}
    </Group>
  );
}

interface AccountCardProps {
  account: ServerAccountView;
  source: AccountSource;
  lead: string;
  disconnectLead: string;
}

/** One account at a server: whether it is connected, as whom, and how it did last. */
export function AccountCard({ account, source, lead, disconnectLead }: AccountCardProps) {
  const connect = useConnectAccount(source);
  const disconnect = useDisconnectAccount(source);
  const [ending, setEnding] = useState(false);
  const { state } = account;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4}>
          <Group gap="sm">
            <StatusDot tone={TONES[state]} label={text.states[state]} />
            {account.account && <Text size="sm">{text.as(account.account)}</Text>}
          </Group>
          <Text size="sm" c="dimmed">
            {lead}
          </Text>
        </Stack>
        <Group gap="sm">
          {state !== 'none' && (
            <Button variant="default" color="red" onClick={() => setEnding(true)}>
              {text.disconnect}
            </Button>
          )}
          <Button variant={state === 'connected' ? 'default' : 'filled'} loading={connect.isPending} onClick={() => connect.mutate()}>
            {state === 'none' ? text.connect : text.reconnect}
          </Button>
        </Group>
      </Group>
      {state !== 'none' && <Facts account={account} />}
      {connect.error && <ProblemAlert error={connect.error} />}
      <ConfirmDanger
        opened={ending}
        onClose={() => setEnding(false)}
        title={text.disconnectTitle}
        confirmLabel={text.disconnect}
        pending={disconnect.isPending}
        error={disconnect.error}
        onConfirm={() => disconnect.mutate(undefined, { onSuccess: () => setEnding(false) })}
      >
        {disconnectLead}
      </ConfirmDanger>
    </Stack>
  );
}
