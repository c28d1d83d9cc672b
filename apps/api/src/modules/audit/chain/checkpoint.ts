import { canonicalMembers, sha256 } from './chain-hash.js';

/** Why a checkpoint was made: a minute passed, its day is over, its writer ended. */
export type CheckpointKind = 'interval' | 'day-end' | 'final';

/** What a writer says of one of its chains: that it had so many rows, the last of them with this hash. */
export interface Checkpoint {
  /** `<writer>.<class>.<day>`, or `ledger`. */
  readonly chain: string;
  readonly writer: string;
  /** Dense from 1 over all chains of a writer, so that a missing one is missed. */
  readonly number: number;
  readonly sequence: number;
  /** Hexadecimal, as all hashes here. */
  readonly hash: string;
  /** Records that the writer could not keep, up to now. */
  readonly dropped: number;
  readonly kind: CheckpointKind;
  readonly madeAt: string;
  /** Hash of the statement of the writer's checkpoint before; null for its first. */
  readonly previous: string | null;
}

export interface SignedCheckpoint extends Checkpoint {
  readonly keyId: string;
  /** Ed25519 over the statement, in base64. */
  readonly signature: string;
}

/** Records that are missing, and known to be. `from` and `to` are sequences of the chain, or null where none were given out. */
export interface Gap {
  readonly id: string;
  readonly writer: string;
  readonly reason: 'full' | 'corrupt' | 'refused';
  readonly chain: string | null;
  readonly from: number | null;
  readonly to: number | null;
  /** The hash of the last missing record, from which the chain goes on. */
  readonly hash: string | null;
  readonly count: number;
  readonly since: string;
  readonly until: string;
}

export interface SignedGap extends Gap {
  readonly keyId: string;
  readonly signature: string;
}

/** The text that is signed: the members by name, without key and signature. */
export function statementOf(statement: Checkpoint | Gap): string {
  const { keyId: _keyId, signature: _signature, ...said } = statement as SignedCheckpoint & SignedGap;
  return canonicalMembers(said as unknown as Record<string, unknown>);
}

/** What the writer's next checkpoint calls `previous`. */
export const statementHash = (checkpoint: Checkpoint): string => sha256(Buffer.from(statementOf(checkpoint))).toString('hex');
