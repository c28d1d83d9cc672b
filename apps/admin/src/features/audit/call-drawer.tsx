import { Anchor, Code, Drawer, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Call } from '@mcpnest/api-client';
import { formatBytes, formatDateTime, formatMs } from '../../lib/format';
import { problemTitle } from '../../lib/problem-title';
import { patternsText } from '../../patterns/patterns.text';
import { Fact } from '../../ui/fact';
import { auditText } from './audit.text';
import type { CallsSearch } from './calls-search';
import { OutcomeBadge } from './outcome-badge';

const text = auditText.calls;

interface CallDrawerProps {
  call: Call | undefined;
  opened: boolean;
  onClose: () => void;
  /** Narrows the list to a value of this call. */
  onFilter: (filter: Partial<CallsSearch>) => void;
}

function Facts({ call, onFilter }: { call: Call; onFilter: CallDrawerProps['onFilter'] }) {
  const narrow = (filter: Partial<CallsSearch>, name: string, shown: string) => (
    <Anchor component="button" type="button" size="sm" aria-label={text.filterBy(name, shown)} onClick={() => onFilter(filter)}>
      {shown}
    </Anchor>
  );
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2 }} spacing="md" m={0}>
      <Fact label={text.outcome}>
        {narrow({ outcome: call.outcome }, text.outcome, text.outcomes[call.outcome] ?? call.outcome)} ·{' '}
        {narrow({ status: call.status }, text.status, String(call.status))}
      </Fact>
      <Fact label={text.time}>{formatDateTime(call.createdAt)}</Fact>
      <Fact label={text.server}>{call.serverSlug && narrow({ server: call.serverSlug }, text.server, call.serverSlug)}</Fact>
      <Fact label={text.version}>{call.serverVersion !== null && `v${call.serverVersion}`}</Fact>
      <Fact label={text.tool}>{narrow({ tool: call.toolName }, text.tool, call.toolName)}</Fact>
      <Fact label={text.publishedName}>{call.publishedName}</Fact>
      <Fact label={text.latency}>{formatMs(call.latencyMs)}</Fact>
      <Fact label={`${text.gateway} / ${text.upstream}`}>
        {formatMs(Math.max(0, call.latencyMs - (call.upstreamLatencyMs ?? 0)))} /{' '}
        {call.upstreamLatencyMs === null ? '–' : formatMs(call.upstreamLatencyMs)}
      </Fact>
      <Fact label={text.gate}>{call.gate ? narrow({ gate: call.gate }, text.gate, text.gates[call.gate] ?? call.gate) : text.passed}</Fact>
      <Fact label={text.origin}>
        {call.origin && narrow({ origin: call.origin }, text.origin, text.origins[call.origin] ?? call.origin)}
      </Fact>
      <Fact label={text.token}>{narrow({ token: call.tokenId }, text.token, call.tokenName)}</Fact>
      <Fact label={text.client}>{call.clientName && narrow({ client: call.clientName }, text.client, call.clientName)}</Fact>
      <Fact label={text.protocol}>
        {call.protocolVersion && narrow({ revision: call.protocolVersion }, text.protocol, call.protocolVersion)}{' '}
        {call.era && `(${call.era})`}
      </Fact>
      <Fact label={text.trace}>{call.traceId && <Code>{call.traceId}</Code>}</Fact>
      <Fact label={text.user}>{call.userId && narrow({ person: call.userId }, text.user, call.userId)}</Fact>
      <Fact label={text.request}>{formatBytes(call.requestBytes)}</Fact>
      <Fact label={text.response}>{call.responseBytes === null ? '–' : formatBytes(call.responseBytes)}</Fact>
      <Fact label={text.id}>
        <Code>{call.callId}</Code>
      </Fact>
      <Fact label={text.definition}>{call.definitionHash && <Code>{call.definitionHash.slice(0, 16)}</Code>}</Fact>
    </SimpleGrid>
  );
}

/** Everything that is recorded about one call. */
export function CallDrawer({ call, opened, onClose, onFilter }: CallDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="md"
      title={<Text fw={650}>{call?.publishedName ?? text.detail}</Text>}
      closeButtonProps={{ 'aria-label': patternsText.close }}
    >
      {call ? (
        <Stack gap="lg">
          <OutcomeBadge outcome={call.outcome} />
          {call.reason && (
            <Stack gap={2}>
              <Text size="xs" c="dimmed">
                {text.reason}
              </Text>
              <Text size="sm">
                {problemTitle(call.reason)}{' '}
                <Anchor component="button" type="button" size="sm" onClick={() => onFilter({ reason: call.reason ?? undefined })}>
                  <Code>{call.reason}</Code>
                </Anchor>
              </Text>
            </Stack>
          )}
          <Facts call={call} onFilter={onFilter} />
        </Stack>
      ) : (
        <Text size="sm">{text.notLoaded}</Text>
      )}
    </Drawer>
  );
}
