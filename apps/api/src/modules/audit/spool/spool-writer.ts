import type { AuditSigner } from '../chain/audit-signer.js';
import { chainText, type RetentionClass } from '../chain/chain-name.js';
import { genesisHash } from '../chain/chain-hash.js';
import { statementHash, type CheckpointKind, type Gap, type SignedCheckpoint } from '../chain/checkpoint.js';
import type { ChainPlace } from './call-columns.js';
import { CanonicalText } from './canonical-text.js';
import { FRAME, jsonFrame } from './frame.js';
import { GatheredFrames } from './gathered-frames.js';
import type { Losses } from './loss-page.js';
import { SegmentFile } from './segment-file.js';
import type { BeginNote, EndNote } from './spool-note.js';
import type { WriterState } from './writer-state.js';

const DAY_MS = 86_400_000;

/** How far a chain has come: its length and its last hash, one character per byte. */
interface Reached {
  readonly sequence: number;
  readonly hash: string;
}

interface OpenHead {
  readonly chain: string;
  sequence: number;
  hash: string;
  /** As far as a checkpoint reaches. */
  signed: number;
  /** With the records that are put together and not yet written. */
  ahead: Reached | undefined;
}

/** Writes one writer's segments and carries its chains on: each record gets its sequence and hash as it is appended. */
export class SpoolWriter {
  private readonly gathered = new GatheredFrames();
  private readonly begins = new CanonicalText();
  private readonly ends = new CanonicalText();
  /** Chains of which records are put together and not yet written. */
  private readonly grown: OpenHead[] = [];
  private readonly heads = new Map<string, OpenHead>();
  /** The same heads, found without writing out a date. */
  private readonly byDay = new Map<string, OpenHead>();
  private current: SegmentFile;
  private checkpoints: number;
  private previous: string | null;
  private gaps: number;
  dropped: number;

  /**
   * @param state where the chains stand.
   * @param first the number of the first segment to make.
   * @throws what the file system says
   */
  constructor(
    private readonly folder: string,
    private readonly signer: AuditSigner,
    private readonly state: WriterState,
    first = 1,
  ) {
    for (const head of state.chains)
      this.heads.set(head.chain, {
        chain: head.chain,
        sequence: head.sequence,
        hash: head.hash.toString('latin1'),
        signed: head.isSigned ? head.sequence : 0,
        ahead: undefined,
      });
    this.checkpoints = state.checkpoints;
    this.previous = state.previous;
    this.gaps = state.gaps;
    this.dropped = state.dropped;
    this.current = this.newSegment(first);
  }

  get writer(): string {
    return this.state.writer;
  }

  get segment(): SegmentFile {
    return this.current;
  }

  /** Goes on in a new file. @returns the one before, to be synced and closed. @throws where none can be made; then nothing changed */
  rotate(): SegmentFile {
    const before = this.current;
    this.current = this.newSegment(before.number + 1);
    return before;
  }

  /** Bytes of notes that are put together and not yet written. */
  get gatheredBytes(): number {
    return this.gathered.length;
  }

  /** Puts together that a call leaves, with what would be its row if it were never heard of again. */
  addBegin({ call, retentionClass }: BeginNote): void {
    const place = { writer: this.state.writer, retentionClass, sequence: 0 };
    this.gathered.begin(this.begins, call, place);
  }

  /** Puts a finished record together: it gets its place and its hash, which hold once it is written. @returns the place */
  addEnd({ call, retentionClass }: EndNote): ChainPlace {
    const head = this.headOf(retentionClass, call.receivedAt);
    const before = head.ahead ?? head;
    const place = { writer: this.state.writer, retentionClass, sequence: before.sequence + 1 };
    const hash = this.gathered.end(before.hash, this.ends, call, place);
    if (!head.ahead) this.grown.push(head);
    head.ahead = { sequence: place.sequence, hash };
    return place;
  }

  /** Writes what was put together, all or nothing: only then do the chains grow. @throws what the file system says */
  write(): void {
    const { bytes, length } = this.gathered;
    try {
      if (length > 0) this.current.append(bytes, length);
      for (const head of this.grown) Object.assign(head, head.ahead);
    } finally {
      this.discard();
    }
  }

  /** Forgets what was put together and not written. */
  discard(): void {
    for (const head of this.grown) head.ahead = undefined;
    this.grown.length = 0;
    this.gathered.clear();
  }

  /** Notes records that were lost before. @throws */
  gap({ count, from, to }: Losses): void {
    const gap: Gap = {
      id: `${this.state.writer}.${this.gaps + 1}`,
      writer: this.state.writer,
      reason: 'full',
      chain: null,
      from: null,
      to: null,
      hash: null,
      count,
      since: new Date(from).toISOString(),
      until: new Date(to).toISOString(),
    };
    this.appendJson(FRAME.gap, this.signer.sign(gap));
    this.gaps++;
  }

  /** Signs each chain that grew since its last checkpoint; `final`: each chain. @throws */
  checkpoint(now: number, isFinal = false): readonly SignedCheckpoint[] {
    const today = dayOf(now);
    const due = [...this.heads.values()].filter(({ sequence, signed }) => sequence > signed || (isFinal && sequence > 0));
    return due.map((head) => this.sign(head, isFinal ? 'final' : head.chain.endsWith(today) ? 'interval' : 'day-end', now));
  }

  private sign(head: OpenHead, kind: CheckpointKind, now: number): SignedCheckpoint {
    const checkpoint = this.signer.sign({
      chain: head.chain,
      writer: this.state.writer,
      number: this.checkpoints + 1,
      sequence: head.sequence,
      hash: hexOf(head.hash),
      dropped: this.dropped,
      kind,
      madeAt: new Date(now).toISOString(),
      previous: this.previous,
    });
    this.appendJson(FRAME.checkpoint, checkpoint);
    this.checkpoints++;
    this.previous = statementHash(checkpoint);
    head.signed = head.sequence;
    return checkpoint;
  }

  private headOf(retentionClass: RetentionClass, receivedAt: number): OpenHead {
    const key = retentionClass + String(Math.floor(receivedAt / DAY_MS));
    const known = this.byDay.get(key);
    if (known) return known;
    const chain = chainText({ writer: this.state.writer, retentionClass, day: dayOf(receivedAt) });
    const head = this.heads.get(chain) ?? { chain, sequence: 0, hash: genesisHash(chain).toString('latin1'), signed: 0, ahead: undefined };
    this.heads.set(chain, head);
    this.byDay.set(key, head);
    return head;
  }

  private newSegment(number: number): SegmentFile {
    const segment = new SegmentFile(this.folder, number);
    const chains = [...this.heads.values()].map(({ chain, sequence, hash, signed }) => ({
      chain,
      sequence,
      hash: hexOf(hash),
      isSigned: signed === sequence,
    }));
    const { writer } = this.state;
    const head = {
      version: 1,
      writer,
      checkpoints: this.checkpoints,
      previous: this.previous,
      gaps: this.gaps,
      dropped: this.dropped,
      chains,
    };
    const frame = jsonFrame(FRAME.head, head);
    try {
      segment.append(frame, frame.length);
    } catch (error) {
      segment.close();
      throw error;
    }
    return segment;
  }

  private appendJson(kind: number, content: unknown): void {
    const frame = jsonFrame(kind, content);
    this.current.append(frame, frame.length);
  }
}

const hexOf = (hash: string): string => Buffer.from(hash, 'latin1').toString('hex');

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
