import { formatDateTime } from '../../../lib/format';
import { FilterChips } from '../../../patterns/filter-chips';
import { LEDGER_FILTERS, type LedgerSearch } from './ledger-search';
import { ledgerText as text } from './ledger.text';

interface LedgerChipsProps {
  search: LedgerSearch;
  onSearch: (search: LedgerSearch) => void;
}

/** The filters in force, each to be taken away. */
export function LedgerChips({ search, onSearch }: LedgerChipsProps) {
  const names = { event: text.event, workspace: text.workspace, actor: text.actor, subject: text.subject };
  const { from, to, range } = search;
  const chips = LEDGER_FILTERS.flatMap((key) => (search[key] === undefined ? [] : [{ key, name: names[key], value: search[key] }]));
  const period = { key: 'period', name: text.period, value: `${from ? formatDateTime(from) : '…'} – ${to ? formatDateTime(to) : '…'}` };
  return (
    <FilterChips
      chips={from || to ? [...chips, period] : chips}
      onRemove={(key) => onSearch({ ...search, ...(key === 'period' ? { from: undefined, to: undefined } : { [key]: undefined }) })}
      onClear={() => onSearch({ range })}
    />
  );
}
