import type { Call } from '@mcpnest/api-client';
import { formatDateTime, formatMs } from '../../lib/format';
import type { FilterChip } from '../../patterns/filter-chips';
import { auditText } from './audit.text';
import { FILTER_KEYS, type CallsSearch, type FilterKey } from './calls-search';

const text = auditText.calls;
const TIMES: ReadonlySet<FilterKey> = new Set(['latencyMin', 'latencyMax', 'upstreamMin', 'gatewayMin'] as const);

/** The filters in force as chips; ids are shown by the names that the rows at hand know. */
export function callChips(search: CallsSearch, rows: readonly Call[] = []): FilterChip[] {
  const shown = (key: FilterKey): string => {
    const value = String(search[key]);
    if (key === 'token') return rows.find(({ tokenId }) => tokenId === value)?.tokenName ?? value;
    if (TIMES.has(key)) return formatMs(Number(value));
    const words = { outcome: { ...text.outcomes, failed: text.failed }, origin: text.origins, gate: text.gates } as Record<
      string,
      Record<string, string>
    >;
    return words[key]?.[value] ?? value;
  };
  const chips = FILTER_KEYS.flatMap((key) => (search[key] === undefined ? [] : [{ key, name: text[key], value: shown(key) }]));
  const { from, to } = search;
  const period = { key: 'period', name: text.period, value: `${from ? formatDateTime(from) : '…'} – ${to ? formatDateTime(to) : '…'}` };
  return from || to ? [...chips, period] : chips;
}
