declare const opaque: unique symbol;

/** A transaction under way, or none. Made and opened by `platform/database` alone. */
export interface TransactionHandle {
  readonly [opaque]?: never;
}

/** The handle of work outside any transaction. */
export const noTransaction: TransactionHandle = Object.freeze({});
