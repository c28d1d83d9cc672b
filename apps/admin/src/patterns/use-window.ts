import { useState, type UIEvent } from 'react';

/** Rows kept ready above and below what is seen, so that the keyboard finds its next row. */
const SPARE = 6;
/** The window moves in steps, so that most scrolling draws nothing anew. */
const STEP = 5;
/** Where the height of the box is not known yet. */
const HEIGHT_DEFAULT = 900;

/** Which of many rows of one height are drawn: `first` up to and without `last`. */
export function useWindow(count: number, rowHeight: number) {
  const [seen, setSeen] = useState({ top: 0, rows: Math.ceil(HEIGHT_DEFAULT / rowHeight) });
  const onScroll = ({ currentTarget }: UIEvent<HTMLElement>) => {
    const top = Math.floor(currentTarget.scrollTop / rowHeight / STEP) * STEP;
    const rows = Math.ceil((currentTarget.clientHeight || HEIGHT_DEFAULT) / rowHeight);
    if (top !== seen.top || rows !== seen.rows) setSeen({ top, rows });
  };
  const first = Math.max(0, Math.min(seen.top, count - seen.rows) - SPARE);
  return { first, last: Math.min(count, first + seen.rows + STEP + 2 * SPARE), onScroll };
}
