import type { CallRecord } from '@mcpnest/gateway-core';
import { genesisHash, linkHash } from '../chain/chain-hash.js';
import type { RowSink } from '../spool/row-sink.js';
import { SpooledRow } from '../spool/call-row.js';
import { canonicalCall } from '../spool/canonical-text.js';

/** Records as the spool hands them to the database, each in a chain of its own. */
export const spooledRows = (records: readonly CallRecord[]): SpooledRow[] =>
  records.map((record) => {
    const text = canonicalCall(record, { writer: 'wtest', retentionClass: 'standard', sequence: 1 });
    return new SpooledRow(Buffer.concat([Buffer.from(text), linkHash(genesisHash(record.callId), text)]));
  });

/** Stores records as if they had been spooled. */
export const insertCalls = (writes: RowSink, records: readonly CallRecord[]): Promise<void> => writes.insert(spooledRows(records));
