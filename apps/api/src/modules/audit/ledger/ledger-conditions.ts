import { type SqlParameters } from '../query/call-conditions.js';
import type { LedgerFilters } from './ledger-query.dto.js';

/** The filters in force as conditions on `ledger`. */
export function ledgerConditions(filters: LedgerFilters, parameters: SqlParameters): string[] {
  const { workspace, event, actor, subject, from, to } = filters;
  const conditions: string[] = [];
  if (workspace !== undefined) {
    const place = parameters.add(workspace);
    conditions.push(`(workspace_id = ${place} OR workspace_id = (SELECT id FROM gateway_workspaces WHERE slug = ${place}))`);
  }
  if (event !== undefined)
    conditions.push(event.endsWith('.') ? `event LIKE ${parameters.add(`${event}%`)}` : `event = ${parameters.add(event)}`);
  if (actor !== undefined) conditions.push(idOrName('actor', actor, parameters));
  if (subject !== undefined) conditions.push(idOrName('subject', subject, parameters));
  if (from !== undefined) conditions.push(`created_at >= ${parameters.add(new Date(from))}`);
  if (to !== undefined) conditions.push(`created_at < ${parameters.add(new Date(to))}`);
  return conditions;
}

function idOrName(column: 'actor' | 'subject', text: string, parameters: SqlParameters): string {
  const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return `(${column}_id = ${parameters.add(text)} OR ${column}_name ILIKE ${parameters.add(part)})`;
}
