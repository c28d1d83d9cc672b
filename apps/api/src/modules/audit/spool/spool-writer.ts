import type { CallRecord } from '@mcpnest/gateway-core';
import type { AuditSigner } from '../chain/audit-signer.js';
import { chainText, type RetentionClass } from '../chain/chain-name.js';
import { genesisHash, HASH_BYTES, sha256 } from '../chain/chain-hash.js';
import { statementHash, type CheckpointKind, type Gap, type SignedCheckpoint } from '../chain/checkpoint.js';
import { canonicalCall, type ChainPlace } from './call-columns.js';
import { FRAME, FRAME_HEAD_BYTES, jsonFrame, sealFrame } from './frame.js';
import type { Losses } from './loss-page.js';
import { SegmentFile } from './segment-file.js';
import type { ChainHead, WriterState } from './writer-state.js';

const DAY_MS = 86_400_000;
const SCRATCH_BYTES = 64 * 1024;
const CONTENT_AT = FRAME_HEAD_BYTES + 1 + HASH_BYTES;

interface OpenHead extends ChainHead {
  sequence: number;
  hash: Buffer;
  /** As far as a checkpoint reaches. */
  signed: number;
}

/** Writes one writer's segments and carries its chains on: each record gets its sequence and hash as it is appended. */
export class SpoolWriter {
  private readonly scratch = Buffer.allocUnsafe(SCRATCH_BYTES);
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
      this.heads.set(head.chain, { ...head, hash: Buffer.from(head.hash), signed: head.isSigned ? head.sequence : 0 });
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

  /** Notes that a call leaves, with what would be its row if it were never heard of again. @returns the segment it stands in. @throws */
  begin(call: CallRecord, retentionClass: RetentionClass): number {
    const bytes = this.scratch.write(JSON.stringify([retentionClass, call]), FRAME_HEAD_BYTES + 1);
    this.scratch[FRAME_HEAD_BYTES] = FRAME.begin;
    this.current.append(this.scratch, sealFrame(this.scratch, 1 + bytes));
    return this.current.number;
  }

  /** Appends a finished record; its chain grows only where that succeeds. @throws what the file system says */
  end(call: CallRecord, retentionClass: RetentionClass): ChainPlace {
    const { scratch } = this;
    const head = this.headOf(retentionClass, call.receivedAt);
    const place = { writer: this.state.writer, retentionClass, sequence: head.sequence + 1 };
    scratch[FRAME_HEAD_BYTES] = FRAME.end;
    head.hash.copy(scratch, FRAME_HEAD_BYTES + 1);
    const contentEnd = CONTENT_AT + scratch.write(canonicalCall(call, place), CONTENT_AT);
    const hash = sha256(scratch.subarray(FRAME_HEAD_BYTES + 1, contentEnd));
    hash.copy(scratch, contentEnd);
    this.current.append(scratch, sealFrame(scratch, contentEnd + HASH_BYTES - FRAME_HEAD_BYTES));
    head.sequence = place.sequence;
    head.hash = hash;
    return place;
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
      hash: head.hash.toString('hex'),
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
    const head = this.heads.get(chain) ?? { chain, sequence: 0, hash: genesisHash(chain), signed: 0 };
    this.heads.set(chain, head);
    this.byDay.set(key, head);
    return head;
  }

  private newSegment(number: number): SegmentFile {
    const segment = new SegmentFile(this.folder, number);
    const chains = [...this.heads.values()].map(({ chain, sequence, hash, signed }) => ({
      chain,
      sequence,
      hash: hash.toString('hex'),
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

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
