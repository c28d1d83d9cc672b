import type { CallScope } from './call-scope.js';
import type { CallFilters } from './calls-query.dto.js';
import { likePart, readSearchedText } from './searched-text.js';

/** Parameters of one statement, numbered as they are added. */
export class SqlParameters {
  readonly values: unknown[] = [];

  /** @returns the parameter's place, such as `$3`. */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/** A period of time, the end excluded. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

const RANGE_DEFAULT_MS = 7 * 24 * 60 * 60_000;
/** Rows of a replica whose clock runs ahead are not hidden. */
const AHEAD_MS = 86_400_000;

/** What `from` and `to` stand for where they are not given: the last seven days. */
export const periodOf = ({ from, to }: Pick<CallFilters, 'from' | 'to'>, now = Date.now()): Period => ({
  from: new Date(from ?? now - RANGE_DEFAULT_MS),
  to: new Date(to ?? now + AHEAD_MS),
});

/** Whose rows, as a condition on `c`. */
export function scopeCondition({ whole, own, person }: CallScope, parameters: SqlParameters): string {
  const ofAll = `c.workspace_id = ANY(${parameters.add(whole)})`;
  return own.length === 0
    ? ofAll
    : `(${ofAll} OR (c.workspace_id = ANY(${parameters.add(own)}) AND c.user_id = ${parameters.add(person)}))`;
}

/** The filters that a roll-up knows as well, as conditions on `c`. */
export function dimensionConditions(filters: CallFilters, parameters: SqlParameters): string[] {
  const conditions: string[] = [];
  const equal = (column: string, value: unknown): void => {
    if (value !== undefined) conditions.push(`${column} = ${parameters.add(value)}`);
  };
  equal('c.server_slug', filters.server);
  equal('c.token_id', filters.token);
  equal('c.user_id', filters.person);
  equal('c.protocol_version', filters.revision);
  if (filters.outcome === 'failed') conditions.push(`c.outcome <> 'success'`);
  else equal('c.outcome', filters.outcome);
  if (filters.client !== undefined) {
    const client = parameters.add(filters.client);
    conditions.push(`(c.client_name = ${client} OR starts_with(c.client_name, ${client} || '/'))`);
  }
  return conditions;
}

/** The gateway's own part of a call, in milliseconds with the three digits that latencies have. */
export const GATEWAY_MS = 'round((c.latency_ms - coalesce(c.upstream_latency_ms, 0))::numeric, 3)';

/** The filters that only rows can answer, as conditions on `c`. */
export function rowConditions(filters: CallFilters, parameters: SqlParameters): string[] {
  const conditions: string[] = [];
  const equal = (column: string, value: unknown, sign = '='): void => {
    if (value !== undefined) conditions.push(`${column} ${sign} ${parameters.add(value)}`);
  };
  if (filters.tool !== undefined) {
    const tool = parameters.add(filters.tool);
    conditions.push(`(c.tool_name = ${tool} OR c.published_name = ${tool})`);
  }
  equal('c.status', filters.status);
  equal('c.origin', filters.origin);
  equal('c.gate', filters.gate);
  equal('c.reason', filters.reason);
  equal('c.latency_ms', filters.latencyMin, '>=');
  equal('c.latency_ms', filters.latencyMax, '<');
  equal('c.upstream_latency_ms', filters.upstreamMin, '>=');
  equal(GATEWAY_MS, filters.gatewayMin, '>=');
  if (filters.text !== undefined) conditions.push(textCondition(filters.text, parameters));
  return conditions;
}

const SEARCHED = ['tool_name', 'published_name', 'server_slug', 'token_name', 'client_name', 'reason'];

function textCondition(text: string, parameters: SqlParameters): string {
  const searched = readSearchedText(text);
  if (searched.kind === 'trace') return `c.trace_id = ${parameters.add(searched.id)}`;
  if (searched.kind === 'call') {
    // Its time leads to it: no index begins with the ids of calls.
    const [from, to] = [searched.receivedAt, searched.receivedAt + 1].map((ms) => parameters.add(new Date(ms)));
    return `(c.call_id = ${parameters.add(searched.id)} AND c.created_at >= ${from} AND c.created_at < ${to})`;
  }
  const part = parameters.add(likePart(searched.part));
  return `(${SEARCHED.map((column) => `c.${column} ILIKE ${part}`).join(' OR ')})`;
}
