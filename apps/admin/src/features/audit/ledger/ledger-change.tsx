import { Group, Stack, Table, Text } from '@mantine/core';
import type { LedgerEntry } from '@mcpnest/api-client';
import { ledgerText as text } from './ledger.text';

type Change = LedgerEntry['changes'][number];

const wordsOf = (field: string): string => field.replaceAll('_', ' ');
const valueOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 1));

function Value({ side, of }: { side: Change['before']; of: string }) {
  const isThere = Object.hasOwn(side, of);
  return (
    <Text size="xs" {...(isThere ? { ff: 'monospace' } : { c: 'dimmed' })} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
      {isThere ? valueOf(side[of]) : text.nothing}
    </Text>
  );
}

/** One row of a table before and after a change. */
export function LedgerChange({ change }: { change: Change }) {
  const fields = [...new Set([...Object.keys(change.before), ...Object.keys(change.after)])].sort();
  const title = `${change.kind} ${change.name ?? change.id ?? ''}`.trim();
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Text>
        <Text size="xs" c="dimmed">
          {text.change[change.change]}
        </Text>
      </Group>
      <Table withTableBorder layout="fixed" aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            {[text.field, text.before, text.after].map((label) => (
              <Table.Th key={label}>
                <Text size="xs" c="dimmed">
                  {label}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field}>
              <Table.Th scope="row">
                <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
                  {wordsOf(field)}
                </Text>
              </Table.Th>
              <Table.Td>
                <Value side={change.before} of={field} />
              </Table.Td>
              <Table.Td>
                <Value side={change.after} of={field} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
