import { Badge, Code, Group, Stack, Text, Tooltip } from '@mantine/core';
import type { Token } from '@mcpnest/api-client';
import { formatAgo, formatDateTime } from '../../lib/format';
import { TimeAgo } from '../../patterns/time-ago';
import { StatusDot, type Tone } from '../../ui/status-dot';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

const TONES: Record<Token['state'], Tone> = { active: 'good', rotating: 'busy', expired: 'idle', revoked: 'bad' };

/** The state of a token, and what somebody should know of it: who still uses one that is being replaced, why one was revoked. */
export function TokenStateCell({ token }: { token: Token }) {
  const { state, attention, revokeReason, revokedAt, restorableUntil } = token;
  return (
    <Stack gap={2}>
      <StatusDot tone={TONES[state]} label={text.states[state]} />
      {attention && (
        <Badge size="sm" variant="light" color="yellow" w="fit-content">
          {text.attention[attention]}
        </Badge>
      )}
      {state === 'rotating' && (
        <Text size="xs" c="dimmed">
          {token.usedSinceRotation ? text.stillUsed : text.notUsed}
          {token.endsAt && `, ${text.endsAt(formatDateTime(token.endsAt))}`}
        </Text>
      )}
      {revokeReason && revokedAt && (
        <Text size="xs" c="dimmed">
          {text.revokedFor(text.reasons[revokeReason], restorableUntil ? text.restorable : '').trim()}
        </Text>
      )}
    </Stack>
  );
}

/** Whose it is: a person's or the workspace's. */
export function TokenOwnerCell({ token: { owner } }: { token: Token }) {
  return (
    <Tooltip label={owner?.email ?? text.serviceHint}>
      {owner ? (
        <Text span size="sm">
          {owner.name ?? owner.email}
        </Text>
      ) : (
        <Badge size="sm" variant="light" color="indigo">
          {text.service}
        </Badge>
      )}
    </Tooltip>
  );
}

/** Which tools it opens, and from where. */
export function TokenScopeCell({ token: { tools, addresses } }: { token: Token }) {
  return (
    <Group gap={6}>
      {tools === null ? (
        <Text size="sm" c="dimmed">
          {text.allTools}
        </Text>
      ) : (
        <Tooltip label={tools.join(', ')} multiline maw={420}>
          <Code>{text.someTools(tools.length)}</Code>
        </Tooltip>
      )}
      {addresses && (
        <Tooltip label={addresses.join(', ')} multiline maw={420}>
          <Code>{text.addressesShort(addresses.length)}</Code>
        </Tooltip>
      )}
    </Group>
  );
}

/** When, from where and with what it was last used. */
export function TokenUseCell({ token: { lastUse, lastRefusal } }: { token: Token }) {
  const by = [lastUse?.client, lastUse?.address].filter(Boolean).join(' · ');
  return (
    <Stack gap={0}>
      <Text span size="sm">
        <TimeAgo at={lastUse?.at} />
      </Text>
      {by !== '' && (
        <Text size="xs" c="dimmed" maw={260} truncate title={by}>
          {by}
        </Text>
      )}
      {lastRefusal && (
        <Text size="xs" c="var(--mantine-color-error)">
          {text.refusedFrom(lastRefusal.address ?? text.unknownPlace, formatAgo(lastRefusal.at, Date.now()))}
        </Text>
      )}
    </Stack>
  );
}
