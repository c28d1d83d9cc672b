/** One page of a list; `nextCursor` is null on the last one. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly nextCursor: string | null;
}

/** What a list was asked for: 1 to 200 rows after an opaque cursor. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}
