import { useState } from 'react';

/** Which of the rows shown are selected. Rows that leave the list leave the selection. `onSelect` hears what comes into it. */
export function useSelection<Row extends { id: string }>(rows: readonly Row[], onSelect: (rows: readonly Row[]) => void) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const toggle = (row: Row) => {
    const after = new Set(marked);
    if (!after.delete(row.id)) {
      after.add(row.id);
      onSelect([row]);
    }
    setMarked(after);
  };
  const selectAll = (all: boolean) => {
    if (all) onSelect(rows);
    setMarked(new Set(all ? rows.map(({ id }) => id) : []));
  };
  return { marked, selected: rows.filter(({ id }) => marked.has(id)), toggle, selectAll, clear: () => setMarked(new Set()) };
}
