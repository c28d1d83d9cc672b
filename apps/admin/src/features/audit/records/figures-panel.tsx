import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { AuditStatus } from '@mcpnest/api-client';
import { formatBytes, formatNumber } from '../../../lib/format';
import { TimeAgo } from '../../../patterns/time-ago';
import { Panel } from '../../../ui/panel';
import { recordsText } from './records.text';

const text = recordsText.figures;
const SHOWN = ['accepted', 'spooled', 'stored', 'waiting', 'dropped', 'refused', 'recovered'] as const;
const BAD: readonly string[] = ['dropped', 'refused'];

/** What became of the records of the process that answered. */
export function FiguresPanel({ status: { mode, figures } }: { status: AuditStatus }) {
  return (
    <Panel title={text.title} description={text.lead(mode === 'strict')}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 2, sm: 4, lg: 7 }} spacing="md">
          {SHOWN.map((name) => (
            <Stack gap={0} key={name} role="group" aria-label={text.names[name]}>
              <Text size="xs" c="dimmed">
                {text.names[name]}
              </Text>
              <Text size="lg" fw={650} {...(BAD.includes(name) && figures[name] > 0 ? { c: 'red' } : {})}>
                {formatNumber(figures[name])}
              </Text>
              <Text size="xs" c="dimmed">
                {text.hints[name]}
              </Text>
            </Stack>
          ))}
        </SimpleGrid>
        <Text size="xs" c="dimmed">
          {text.spool(formatBytes(figures.spoolBytes))}
          {figures.oldestWaitingSeconds > 0 && `, ${text.oldest(figures.oldestWaitingSeconds)}`} · {text.last}:{' '}
          <TimeAgo at={figures.lastStoredAt} never={text.never} />
        </Text>
      </Stack>
    </Panel>
  );
}
