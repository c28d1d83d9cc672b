import { Alert, List, Stack, Text, Title } from '@mantine/core';
import type { VersionDiff } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { VisibleText } from '../../../patterns/diff/visible-text';
import { QueryView } from '../../../patterns/query-view';
import { serversText } from '../servers.text';
import { DefinitionList } from './definition-list';
import { upgradeText as text } from './upgrade.text';
import { versionDiffQuery } from './upgrade.queries';

function TransportChanges({ changes }: { changes: VersionDiff['transport'] }) {
  return (
    <Stack gap={6}>
      <Title order={3} size="h5">
        {text.transport}
      </Title>
      <List size="sm" spacing={4} style={{ overflowWrap: 'anywhere' }}>
        {changes.map(({ field, name, from, to }) => (
          <List.Item key={`${field} ${name ?? ''}`}>
            {[text.fields[field], name].filter(Boolean).join(' ')}: <VisibleText>{from ?? text.none}</VisibleText> →{' '}
            <VisibleText>{to ?? text.none}</VisibleText>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function CredentialChanges({ gained, lost, unset }: VersionDiff['credentials']) {
  const lines = [
    gained.length > 0 && text.gained(gained.join(', ')),
    lost.length > 0 && text.lost(lost.join(', ')),
    unset.length > 0 && text.unset(unset.join(', ')),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <Alert variant="light" color={unset.length > 0 ? 'red' : 'yellow'} title={text.credentials}>
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </Alert>
  );
}

/** What differs, transport first, then what is offered. */
function Differences({ diff }: { diff: VersionDiff }) {
  const { from, to, transport, credentials, definitions, unchanged } = diff;
  const unknown = [from, to].filter(({ listed }) => !listed);
  return (
    <Stack gap="md">
      {to.state !== 'approved' && (
        <Alert variant="light" color="yellow">
          {text.notApproved(to.number, serversText.states[to.state])}
        </Alert>
      )}
      {transport.length > 0 && <TransportChanges changes={transport} />}
      <CredentialChanges {...credentials} />
      <Stack gap={6}>
        <Title order={3} size="h5">
          {text.definitions}
        </Title>
        {unknown.map(({ number }) => (
          <Text key={number} size="sm">
            {text.unknown(number)}
          </Text>
        ))}
        {unknown.length === 0 && (
          <Text size="sm" c="dimmed">
            {definitions.length === 0 ? text.sameOffers(unchanged) : text.unchanged(unchanged)}
          </Text>
        )}
        {unknown.length === 0 && <DefinitionList definitions={definitions} />}
      </Stack>
    </Stack>
  );
}

/** Everything that differs between two versions of a server. */
export function VersionDifference({ server, from, to }: { server: string; from: number; to: number }) {
  const diff = useQuery(versionDiffQuery(server, from, to));
  return <QueryView query={diff}>{(data) => <Differences diff={data} />}</QueryView>;
}
