import { Injectable } from '@nestjs/common';
import type { CallRecord } from '@mcpnest/gateway-core';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { CALL_COLUMNS, callRow } from './call-row.js';

const NAMES = CALL_COLUMNS.map(([name]) => name).join(', ');
const ARRAYS = CALL_COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ');
const INSERT = `INSERT INTO mcp_tool_calls (${NAMES}) SELECT * FROM unnest(${ARRAYS}) ON CONFLICT DO NOTHING`;

/** Writes call records, one statement a batch. A record written twice stands once. */
@Injectable()
export class CallWritesRepository {
  private readonly ctx = systemCtx('audit');

  constructor(private readonly tx: Tx) {}

  async insert(calls: readonly CallRecord[]): Promise<void> {
    const columns: unknown[][] = CALL_COLUMNS.map(() => []);
    for (const call of calls) callRow(call).forEach((value, index) => columns[index]?.push(value));
    await this.tx.manager(this.ctx).query(INSERT, columns);
  }
}
