import { Alert, Stack, Table, Text } from '@mantine/core';
import type { Canary, VersionFigures } from '@mcpnest/api-client';
import { formatDateTime, formatMs, formatNumber } from '../../../lib/format';
import { canaryText as text } from './canary.text';

/** Calls of the canary below which its error rate says little. */
const CALLS_TELLING = 20;

const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const time = (ms: number | null) => (ms === null ? text.none : formatMs(ms));

const MEASURES: readonly { label: string; of: (figures: VersionFigures) => string }[] = [
  { label: text.calls, of: ({ calls }) => formatNumber(calls) },
  { label: text.errorRate, of: ({ errorRate }) => (errorRate === null ? text.none : percent.format(errorRate)) },
  { label: text.errors, of: ({ toolErrors, serverErrors }) => `${formatNumber(toolErrors)} · ${formatNumber(serverErrors)}` },
  { label: text.p50, of: ({ p50Ms }) => time(p50Ms) },
  { label: text.p95, of: ({ p95Ms }) => time(p95Ms) },
];

/** The canary's calls beside those of the pinned version. */
export function CanaryFigures({ canary: { figures, pinnedFigures, since } }: { canary: Canary }) {
  const isWorse = figures.calls >= CALLS_TELLING && (figures.errorRate ?? 0) > (pinnedFigures.errorRate ?? 0);
  return (
    <Stack gap="xs">
      <Table aria-label={text.figures}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.measure}</Table.Th>
            <Table.Th ta="right">{text.pinned(pinnedFigures.version)}</Table.Th>
            <Table.Th ta="right">{text.tried(figures.version)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {MEASURES.map(({ label, of }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw={400}>
                {label}
              </Table.Th>
              <Table.Td ta="right">{of(pinnedFigures)}</Table.Td>
              <Table.Td ta="right">{of(figures)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {isWorse && (
        <Alert color="red" variant="light">
          {text.worse}
        </Alert>
      )}
      <Text size="xs" c="dimmed">
        {figures.calls === 0 ? text.noCalls : text.since(formatDateTime(since))}
      </Text>
    </Stack>
  );
}
