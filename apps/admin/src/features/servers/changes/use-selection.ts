import { useState } from 'react';

/** Which of the rows shown are selected. Rows that leave the list leave the selection. */
export function useSelection<Row extends { id: string }>(rows: readonly Row[]) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const toggle = ({ id }: Row) =>
    setMarked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return {
    marked,
    selected: rows.filter(({ id }) => marked.has(id)),
    toggle,
    selectAll: (all: boolean) => setMarked(new Set(all ? rows.map(({ id }) => id) : [])),
    clear: () => setMarked(new Set()),
  };
}
