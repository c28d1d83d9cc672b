import type { CallRecord } from '@mcpnest/gateway-core';
import type { Departure } from '../../../platform/events/call-stream.port.js';
import type { RetentionClass } from '../chain/chain-name.js';
import type { ChainPlace } from './call-columns.js';

/** That a call leaves for its server, with what its row says if it is never heard of again. */
export class BeginNote implements Departure {
  isSafe: Promise<boolean> | undefined;
  /** The file it stands in; undefined until it was written, and where it could not be. */
  segment: number | undefined;

  constructor(
    readonly call: CallRecord,
    readonly retentionClass: RetentionClass,
  ) {}
}

/** That a call is over. */
export class EndNote {
  /** Where it stands in its chain; null until it was written, and where it is lost. */
  place: ChainPlace | null = null;

  /** @param began where the call had left */
  constructor(
    readonly call: CallRecord,
    readonly retentionClass: RetentionClass,
    readonly began: BeginNote | undefined,
  ) {}
}

export type SpoolNote = BeginNote | EndNote;

/** Whether a note was written. */
export const isWritten = (note: SpoolNote): boolean => (note instanceof BeginNote ? note.segment !== undefined : note.place !== null);
