import { PasswordInput, Stack, Text } from '@mantine/core';
import type { Credential } from '@mcpnest/api-client';
import type { Column } from '../../../patterns/data-table';
import { TimeAgo } from '../../../patterns/time-ago';
import { StatusDot } from '../../../ui/status-dot';
import { reasonWords } from '../test-trace';
import type { CredentialSource } from './credential-source';
import { credentialsText as text } from './credentials.text';

/** A slot as people call it. */
export const slotLabel = (name: string): string => text.slots[name] ?? name;

const hasFailedLast = ({ lastFailureAt, lastSuccessAt }: Credential): boolean =>
  lastFailureAt !== null && (lastSuccessAt === null || lastFailureAt > lastSuccessAt);

function State({ credential, of }: { credential: Credential; of: CredentialSource['of'] }) {
  if (!credential.set)
    return <StatusDot tone={of === 'everybody' ? 'warn' : 'idle'} label={of === 'everybody' ? text.missing : text.inherited} />;
  if (!hasFailedLast(credential)) return <StatusDot tone="good" label={text.set} />;
  const { lastFailureReason } = credential;
  return <StatusDot tone="bad" label={text.refused(reasonWords(lastFailureReason ?? undefined).title ?? '')} />;
}

/** Two lines of one cell, the second where there is something to say. */
const twoLines = (first: React.ReactNode, second: string | null) => (
  <Stack gap={0}>
    {first}
    {second && (
      <Text size="xs" c="dimmed">
        {second}
      </Text>
    )}
  </Stack>
);

interface Entering {
  readonly of: CredentialSource['of'];
  readonly entered: Readonly<Record<string, string>>;
  readonly onEnter: (name: string, value: string) => void;
}

export const credentialColumns = ({ of, entered, onEnter }: Entering): Column<Credential>[] => [
  { key: 'name', label: text.slot, render: ({ name }) => <Text size="sm">{slotLabel(name)}</Text> },
  { key: 'state', label: text.state, render: (credential) => <State credential={credential} of={of} /> },
  {
    key: 'ending',
    label: text.ending,
    render: ({ last4, reference, version }) =>
      twoLines(
        <Text size="sm" ff="monospace">
          {reference ?? (last4 ? `…${last4}` : text.dash)}
        </Text>,
        version === null ? null : text.version(version),
      ),
  },
  {
    key: 'updated',
    label: text.updated,
    render: ({ updatedAt, setBy }) => twoLines(<TimeAgo at={updatedAt} never={text.dash} />, setBy && text.by(setBy)),
  },
  { key: 'used', label: text.used, render: ({ lastUsedAt }) => <TimeAgo at={lastUsedAt} /> },
  { key: 'passed', label: text.passed, render: ({ lastSuccessAt }) => <TimeAgo at={lastSuccessAt} never={text.dash} /> },
  {
    key: 'enter',
    label: text.enter,
    width: 280,
    render: ({ name, attached }) =>
      attached && (
        <PasswordInput
          size="xs"
          aria-label={`${text.enter}: ${slotLabel(name)}`}
          autoComplete="off"
          {...(of === 'everybody' && { placeholder: text.enterReference })}
          value={entered[name] ?? ''}
          onChange={(event) => onEnter(name, event.currentTarget.value)}
        />
      ),
  },
];
