import { statementHash, type SignedCheckpoint } from './checkpoint.js';
import type { ChainFault } from './chain-verifier.js';

/**
 * Whether a writer's checkpoints are all there: numbered from 1 without a hole, each naming the one before. Somebody who removes
 * rows and the checkpoints that tell of them leaves a hole, unless they cut off the newest of all; those are known elsewhere.
 * @param checkpoints of one writer, by their number
 */
export function seriesFault(checkpoints: readonly SignedCheckpoint[]): ChainFault | null {
  let before: SignedCheckpoint | null = null;
  for (const checkpoint of checkpoints) {
    const { number, sequence, previous, chain } = checkpoint;
    const expected: number = (before?.number ?? 0) + 1;
    if (number !== expected)
      return {
        sequence,
        callId: null,
        problem: `the writer's checkpoint ${expected} is missing before its checkpoint ${number} of ${chain}`,
      };
    if (previous !== (before && statementHash(before)))
      return { sequence, callId: null, problem: `the writer's checkpoint ${number} of ${chain} names another one before it` };
    before = checkpoint;
  }
  return null;
}
