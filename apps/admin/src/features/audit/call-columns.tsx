import { Anchor, Stack, Text } from '@mantine/core';
import type { Call } from '@mcpnest/api-client';
import { formatClock, formatMs } from '../../lib/format';
import type { Column } from '../../patterns/data-table';
import { TimeAgo } from '../../patterns/time-ago';
import { auditText } from './audit.text';
import { OutcomeBadge } from './outcome-badge';

const text = auditText.calls;

function Moment({ at }: { at: string }) {
  return (
    <Stack gap={0}>
      <Text size="sm" ff="monospace">
        {formatClock(at)}
      </Text>
      <Text size="xs" c="dimmed">
        <TimeAgo at={at} />
      </Text>
    </Stack>
  );
}

function OpenCall({ call, onOpen }: { call: Call; onOpen: (call: Call) => void }) {
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      fw={600}
      ff="monospace"
      ta="left"
      aria-label={text.openOf(call.publishedName)}
      onClick={(event) => {
        event.stopPropagation();
        onOpen(call);
      }}
    >
      {call.publishedName}
    </Anchor>
  );
}

/** The columns of the call log. */
export const callColumns = (onOpen: (call: Call) => void): Column<Call>[] => [
  {
    key: 'time',
    label: text.time,
    width: 110,
    render: ({ createdAt }) => <Moment at={createdAt} />,
  },
  { key: 'tool', label: text.tool, render: (call) => <OpenCall call={call} onOpen={onOpen} /> },
  {
    key: 'server',
    label: text.server,
    render: ({ serverSlug }) =>
      serverSlug ?? (
        <Text size="sm" c="dimmed">
          {text.unknownTool}
        </Text>
      ),
  },
  { key: 'outcome', label: text.outcome, render: ({ outcome }) => <OutcomeBadge outcome={outcome} /> },
  {
    key: 'latency',
    label: text.latency,
    align: 'right',
    render: ({ latencyMs }) => (
      <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {formatMs(latencyMs)}
      </Text>
    ),
  },
  { key: 'client', label: text.client, render: ({ clientName }) => clientName ?? '–' },
  { key: 'token', label: text.token, render: ({ tokenName }) => tokenName },
];
