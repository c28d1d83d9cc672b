import { HASH_BYTES } from '../chain/chain-hash.js';
import { statementHash, type SignedCheckpoint, type SignedGap } from '../chain/checkpoint.js';
import { SpooledRow } from './call-row.js';
import { FRAME } from './frame.js';
import type { ReadFrame } from './segment-reader.js';

/** How far a chain has come. */
interface ChainHead {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: Buffer;
}

/** Where a writer stands: what its next file begins with. */
export interface WriterState {
  readonly writer: string;
  readonly chains: readonly (ChainHead & { readonly isSigned: boolean })[];
  /** Number of its last checkpoint, and the hash of its statement. */
  readonly checkpoints: number;
  readonly previous: string | null;
  readonly gaps: number;
  readonly dropped: number;
}

export const newWriterState = (writer: string): WriterState => ({
  writer,
  chains: [],
  checkpoints: 0,
  previous: null,
  gaps: 0,
  dropped: 0,
});

/** A file's head as it is read. */
interface FileHead extends Omit<WriterState, 'chains'> {
  readonly chains: readonly { readonly chain: string; readonly sequence: number; readonly hash: string; readonly isSigned: boolean }[];
}

/** What an end frame holds: a record, and before it the hash that it follows. */
export class EndFrame extends SpooledRow {
  constructor(body: Buffer) {
    super(body, HASH_BYTES);
  }

  get before(): Buffer {
    return this.bytes.subarray(0, HASH_BYTES);
  }

  /** Whether this record is the next one of the same chain: it follows the other's hash, which goes over the other's place. */
  follows(hash: Buffer): boolean {
    for (let i = 0; i < HASH_BYTES; i++) if (this.bytes[i] !== hash[i]) return false;
    return true;
  }
}

/** Which place in which chain a canonical text names. */
export function placeOf(text: string): { readonly chain: string; readonly sequence: number } {
  const day = member(text, ',"createdAt":"', '"').slice(0, 10);
  const chain = `${member(text, ',"writer":"', '"')}.${member(text, ',"retentionClass":"', '"')}.${day}`;
  return { chain, sequence: Number(member(text, ',"sequence":', ',')) };
}

/** What stands between the name of a member and its end. No text of another member can hold the name: its quotes would be escaped. */
function member(text: string, name: string, end: string): string {
  const at = text.indexOf(name) + name.length;
  return text.slice(at, text.indexOf(end, at));
}

/** Records of a chain that were spooled and cannot be read any more. */
export interface Hole {
  readonly chain: string;
  readonly from: number;
  readonly to: number;
  readonly hash: Buffer;
}

const NONE: readonly Hole[] = [];

/** How far a chain was followed. */
interface Reached {
  sequence: number;
  /** A copy: the bytes of frames hold only until more is read. */
  readonly hash: Buffer;
  isSigned: boolean;
}

/** Follows the frames of one writer in their order, and knows of each chain how far it has come and what is missing in it. */
export class WriterTrack {
  private readonly heads = new Map<string, Reached>();
  /** The head of the chain of the record that was followed last: most often the next one stands behind it. */
  private last: Reached | undefined;
  private known = newWriterState('');
  private notedUntil = 0;

  state(): WriterState {
    const chains = [...this.heads].map(([chain, head]) => ({ chain, ...head, hash: Buffer.from(head.hash) }));
    return { ...this.known, chains };
  }

  /** @returns the records before this frame that are missing. */
  follow({ kind, body }: ReadFrame, end?: EndFrame): readonly Hole[] {
    if (end) return this.followEnd(end);
    if (kind === FRAME.head) return this.followHead(JSON.parse(body.toString()) as FileHead);
    if (kind === FRAME.checkpoint) this.followCheckpoint(JSON.parse(body.toString()) as SignedCheckpoint);
    if (kind === FRAME.gap) this.followGap(JSON.parse(body.toString()) as SignedGap);
    return [];
  }

  private followEnd(end: EndFrame): readonly Hole[] {
    const { last } = this;
    if (last && end.follows(last.hash)) {
      last.sequence++;
      end.bytes.copy(last.hash, 0, end.end);
      last.isSigned = false;
      return NONE;
    }
    const { chain, sequence } = placeOf(end.text);
    const head = { sequence, hash: Buffer.from(end.hash), isSigned: false };
    const holes = this.reach(chain, sequence - 1, end.before, head);
    this.last = this.heads.get(chain) === head ? head : undefined;
    return holes;
  }

  private followHead({ chains, ...known }: FileHead): readonly Hole[] {
    const isFirst = this.known.writer === '';
    this.last = undefined;
    this.known = { ...known, chains: [] };
    return chains.flatMap(({ chain, sequence, hash, isSigned }) => {
      const head = { sequence, hash: Buffer.from(hash, 'hex'), isSigned };
      if (!isFirst) return this.reach(chain, sequence, head.hash, head);
      this.heads.set(chain, head);
      return [];
    });
  }

  private followCheckpoint(checkpoint: SignedCheckpoint): void {
    this.known = { ...this.known, checkpoints: checkpoint.number, previous: statementHash(checkpoint) };
    const head = this.heads.get(checkpoint.chain);
    if (head?.sequence === checkpoint.sequence) head.isSigned = true;
  }

  /** Whether losses up to this moment stand in the spool already. */
  noted(to: number): boolean {
    return this.notedUntil >= to;
  }

  private followGap({ count, until }: SignedGap): void {
    this.notedUntil = Date.parse(until);
    this.known = { ...this.known, gaps: this.known.gaps + 1, dropped: this.known.dropped + count };
  }

  private reach(chain: string, before: number, hash: Buffer, next: Reached): readonly Hole[] {
    const at = this.heads.get(chain)?.sequence ?? 0;
    if (next.sequence <= at) return NONE;
    this.heads.set(chain, next);
    return before > at ? [{ chain, from: at + 1, to: before, hash }] : NONE;
  }
}
