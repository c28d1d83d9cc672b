import { Alert, Code, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import type { AuditVerification } from '@mcpnest/api-client';
import { formatNumber } from '../../../lib/format';
import { DataTable, type Column } from '../../../patterns/data-table';
import { recordsText } from './records.text';

const text = recordsText.verify;
type Verdict = AuditVerification['chains'][number];

const resultOf = ({ fault, isDropped }: Verdict): string => fault?.problem ?? (isDropped ? text.dropped : text.good);

const columns: Column<Verdict>[] = [
  { key: 'chain', label: text.chain, render: ({ chain }) => <Code style={{ overflowWrap: 'anywhere' }}>{chain}</Code> },
  { key: 'rows', label: text.rows, align: 'right', render: ({ rows }) => formatNumber(rows) },
  { key: 'signed', label: text.signed, align: 'right', render: ({ signedRows }) => formatNumber(signedRows) },
  { key: 'missing', label: text.missing, align: 'right', render: ({ knownMissing }) => formatNumber(knownMissing) },
  {
    key: 'result',
    label: text.result,
    render: (verdict) => (
      <Text size="sm" {...(verdict.fault ? { c: 'red' } : {})}>
        {resultOf(verdict)}
      </Text>
    ),
  },
];

/** Whether records are what was recorded; the first bad row by its number. */
export function VerifyResult({ result: { ok, rows, signedRows, chains } }: { result: AuditVerification }) {
  const broken = chains.find(({ fault }) => fault !== null);
  return (
    <Stack gap="md" aria-live="polite">
      {ok && (
        <Alert color={chains.length === 0 ? 'gray' : 'teal'} variant="light" icon={<IconShieldCheck size={18} />}>
          {chains.length === 0 ? text.nothing : text.ok(rows, signedRows)}
        </Alert>
      )}
      {broken?.fault && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={text.broken} role="alert">
          <Stack gap={4}>
            <Text size="sm">{text.first(broken.fault.sequence, broken.chain, broken.fault.problem)}</Text>
            {broken.fault.callId !== null && <Code>{text.call(broken.fault.callId)}</Code>}
          </Stack>
        </Alert>
      )}
      {chains.length > 0 && <DataTable label={text.more} columns={columns} rows={chains} rowKey={({ chain }) => chain} />}
    </Stack>
  );
}
