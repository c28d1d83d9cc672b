/** Counters since the start. Every spooled record ends as stored or refused, or waits. */
export interface SpoolFigures {
  readonly spooled: number;
  readonly stored: number;
  readonly waiting: number;
  readonly dropped: number;
  /** Set aside, because the database refuses them. */
  readonly refused: number;
  /** Places of files that could not be read. */
  readonly damaged: number;
  /** Dropped, and not yet told to the database. */
  readonly unnoted: number;
  readonly spoolBytes: number;
  readonly lastStoredAt: Date | null;
  /** Since when the oldest of those that wait does; null where none does. */
  readonly oldestAt: Date | null;
}

export const NO_FIGURES: SpoolFigures = {
  spooled: 0,
  stored: 0,
  waiting: 0,
  dropped: 0,
  refused: 0,
  damaged: 0,
  unnoted: 0,
  spoolBytes: 0,
  lastStoredAt: null,
  oldestAt: null,
};
