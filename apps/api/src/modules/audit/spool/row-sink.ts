import type { SignedCheckpoint, SignedGap } from '../chain/checkpoint.js';
import type { SpooledRow } from './call-row.js';

/** Where spooled records go. Each write may be repeated and then changes nothing. */
export abstract class RowSink {
  abstract insert(rows: readonly SpooledRow[]): Promise<void>;
  abstract checkpoint(checkpoint: SignedCheckpoint): Promise<void>;
  abstract gap(gap: SignedGap): Promise<void>;
}
