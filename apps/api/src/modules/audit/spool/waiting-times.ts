interface Mark {
  /** Milliseconds since the epoch, of the first of these records. */
  readonly at: number;
  rows: number;
}

/** Records that come this soon after each other share a mark, so that marks stay few while the database is away for days. */
const TOGETHER_MS = 1_000;

/** Since when records wait. They leave in the order in which they came. */
export class WaitingTimes {
  private marks: Mark[] = [];

  came(rows: number, now: number): void {
    const last = this.marks.at(-1);
    if (last && now - last.at < TOGETHER_MS && now >= last.at) last.rows += rows;
    else this.marks.push({ at: now, rows });
  }

  left(rows: number): void {
    let left = rows;
    let gone = 0;
    for (const mark of this.marks) {
      if (mark.rows > left) {
        mark.rows -= left;
        break;
      }
      left -= mark.rows;
      gone++;
    }
    if (gone > 0) this.marks = this.marks.slice(gone);
  }

  forget(): void {
    this.marks = [];
  }

  /** Since when the oldest waits, off by a second at most; null where none does. */
  get oldest(): number | null {
    return this.marks[0]?.at ?? null;
  }
}
