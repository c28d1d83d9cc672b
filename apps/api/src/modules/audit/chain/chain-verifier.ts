import { verify, type KeyObject } from 'node:crypto';
import { canonicalMembers, genesisHash, linkHash } from './chain-hash.js';
import { statementOf, type SignedCheckpoint, type SignedGap } from './checkpoint.js';

/** A row as an export shows it: the members of its canonical text, and its hash in hexadecimal. */
export type ExportedRow = Readonly<Record<string, unknown>>;

/** What is wrong with a chain, at the first place where something is. */
export interface ChainFault {
  readonly sequence: number;
  readonly callId: string | null;
  /** In words, for whoever has to look into it. */
  readonly problem: string;
}

export interface ChainVerdict {
  readonly chain: string;
  readonly rows: number;
  /** Rows that a signed checkpoint covers; those behind are chained but not yet signed. */
  readonly signedRows: number;
  /** Rows that are missing and known to be. */
  readonly knownMissing: number;
  readonly fault: ChainFault | null;
}

/** What was signed about a chain. */
export interface Evidence {
  readonly checkpoints: readonly SignedCheckpoint[];
  readonly gaps: readonly SignedGap[];
  /** Public keys by their id. */
  readonly keys: ReadonlyMap<string, KeyObject>;
}

/** Follows one chain row by row. Needs its rows in their order, its checkpoints and gaps, and the public key; nothing else. */
export class ChainVerifier {
  private readonly checkpoints: ReadonlyMap<number, SignedCheckpoint>;
  private readonly gaps: ReadonlyMap<number, SignedGap>;
  private previous: Buffer;
  private sequence = 0;
  private rows = 0;
  private signedRows = 0;
  private knownMissing = 0;
  private fault: ChainFault | null = null;

  constructor(
    private readonly chain: string,
    private readonly evidence: Evidence,
  ) {
    this.previous = genesisHash(chain);
    this.checkpoints = new Map(evidence.checkpoints.map((checkpoint) => [checkpoint.sequence, checkpoint]));
    this.gaps = new Map(evidence.gaps.flatMap((gap) => (gap.from === null ? [] : [[gap.from, gap]])));
    for (const said of [...evidence.checkpoints, ...evidence.gaps]) this.checkSignature(said);
  }

  get isBroken(): boolean {
    return this.fault !== null;
  }

  /** Begins behind a checkpoint instead of at the first row. What was before it is not looked at. */
  startBehind({ sequence, hash }: SignedCheckpoint): void {
    this.sequence = sequence;
    this.previous = Buffer.from(hash, 'hex');
  }

  add(row: ExportedRow): void {
    if (this.fault) return;
    const sequence = Number(row['sequence']);
    const callId = typeof row['callId'] === 'string' ? row['callId'] : null;
    this.skipGaps(sequence);
    if (sequence > this.sequence + 1) return this.fail(this.sequence + 1, null, `rows ${this.sequence + 1} to ${sequence - 1} are missing`);
    if (sequence <= this.sequence) return this.fail(sequence, callId, 'the row stands twice, or out of its order');
    const hash = linkHash(this.previous, canonicalMembers(row));
    if (hash.toString('hex') !== row['hash']) return this.fail(sequence, callId, 'the row, or its hash, was changed');
    this.rows++;
    this.reach(sequence, hash, callId);
  }

  finish(): ChainVerdict {
    this.skipGaps(Number.MAX_SAFE_INTEGER);
    const last = Math.max(0, ...this.checkpoints.keys());
    if (!this.fault && last > this.sequence)
      this.fail(this.sequence + 1, null, `rows ${this.sequence + 1} to ${last} are missing: a signed checkpoint says that they were there`);
    const { chain, rows, signedRows, knownMissing, fault } = this;
    return { chain, rows, signedRows, knownMissing, fault };
  }

  private skipGaps(before: number): void {
    for (let gap = this.gaps.get(this.sequence + 1); gap && !this.fault; gap = this.gaps.get(this.sequence + 1)) {
      if (gap.to === null || gap.hash === null || gap.to >= before) return;
      this.knownMissing += gap.count;
      this.reach(gap.to, Buffer.from(gap.hash, 'hex'), null);
    }
  }

  private reach(sequence: number, hash: Buffer, callId: string | null): void {
    this.sequence = sequence;
    this.previous = hash;
    const checkpoint = this.checkpoints.get(sequence);
    if (!checkpoint) return;
    if (checkpoint.hash !== hash.toString('hex'))
      return this.fail(sequence, callId, 'a signed checkpoint says another hash: rows up to here were written anew');
    this.signedRows = sequence;
  }

  private checkSignature(said: SignedCheckpoint | SignedGap): void {
    const at = 'sequence' in said ? said.sequence : (said.from ?? 0);
    const key = this.evidence.keys.get(said.keyId);
    const isOurs = said.chain === null || said.chain === this.chain;
    const isSigned = key !== undefined && verify(null, Buffer.from(statementOf(said)), key, Buffer.from(said.signature, 'base64'));
    if (!isSigned || !isOurs) this.fail(at, null, 'what is said to be signed of this chain was not signed with the key');
  }

  private fail(sequence: number, callId: string | null, problem: string): void {
    this.fault ??= { sequence, callId, problem };
  }
}
