import { Injectable } from '@nestjs/common';
import type { CallRecord } from '@mcpnest/gateway-core';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { CALL_COLUMNS, callColumns } from './call-row.js';

const INSERT = `INSERT INTO mcp_tool_calls (${CALL_COLUMNS.names}) SELECT * FROM unnest(${CALL_COLUMNS.arrays}) ON CONFLICT DO NOTHING`;

/** Writes call records, one statement a batch. A record written twice stands once. */
@Injectable()
export class CallWritesRepository {
  private readonly ctx = systemCtx('audit');

  constructor(private readonly tx: Tx) {}

  async insert(calls: readonly CallRecord[]): Promise<void> {
    await this.tx.manager(this.ctx).query(INSERT, callColumns(calls));
  }
}
