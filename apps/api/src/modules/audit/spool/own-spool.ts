import type { AuditSigner } from '../chain/audit-signer.js';
import type { SignedCheckpoint } from '../chain/checkpoint.js';
import { LossPage } from './loss-page.js';
import { leaveSegment, type SegmentFile } from './segment-file.js';
import type { SpoolFolder } from './spool-folder.js';
import { BeginNote, EndNote, type SpoolNote } from './spool-note.js';
import type { SpoolSync } from './spool-sync.js';
import { SpoolWriter } from './spool-writer.js';
import { newWriterState } from './writer-state.js';

export interface SpoolBounds {
  /** A file is left for the next one from this size on. */
  readonly segmentBytes: number;
  /** What all files together may hold; a quarter of a file more for calls that had left before. */
  readonly quotaBytes: number;
}

export const SPOOL_BOUNDS: SpoolBounds = { segmentBytes: 16 * 1024 * 1024, quotaBytes: 2 * 1024 ** 3 };

/** The oldest file that is not yet shipped whole. */
export interface OpenSegment {
  readonly number: number;
  /** How far others may read. */
  readonly limit: number;
  /** Whether nothing will come behind that. */
  readonly isComplete: boolean;
}

interface Kept {
  readonly file: SegmentFile;
  isShipped: boolean;
  isDamaged: boolean;
}

/** The spool of this process: its files, within their bounds, and what did not fit. */
export class OwnSpool {
  private readonly spoolWriter: SpoolWriter;
  private readonly losses: LossPage;
  private segments: Kept[];
  /** Bytes of all files but the one that is written. */
  private leftBytes = 0;
  /** Calls that left and are not over, by the file in which that stands: such a file must stay. */
  private readonly underWay = new Map<number, number>();
  /** All of them. */
  private callsUnderWay = 0;

  /** @throws what the file system says */
  constructor(
    readonly folder: SpoolFolder,
    signer: AuditSigner,
    private readonly sync: SpoolSync,
    private readonly bounds: SpoolBounds,
  ) {
    this.losses = new LossPage(folder.path);
    this.spoolWriter = new SpoolWriter(folder.path, signer, newWriterState(folder.writer));
    this.segments = [kept(this.spoolWriter.segment)];
  }

  get bytes(): number {
    return this.leftBytes + this.spoolWriter.segment.size;
  }

  /** Records lost that are not yet noted in the spool. */
  get pendingLosses(): number {
    return this.losses.pending.count;
  }

  /** Whether another call fits; its end has room kept for it. */
  get hasRoom(): boolean {
    return this.bytes < this.bounds.quotaBytes;
  }

  /** Whether no other call is under way than that of the note. A call that never left, such as a refused one, is not known to be alone. */
  isAlone(note: SpoolNote): boolean {
    if (note instanceof BeginNote) return this.callsUnderWay === 0;
    return note.began?.segment !== undefined && this.callsUnderWay === 1;
  }

  /**
   * Writes what a turn noted, in one piece; where that fails, note by note, so that what fits is kept. The notes say what became
   * of them, and ends that are lost are counted.
   * @returns why some could not be written, if so
   */
  write(notes: readonly SpoolNote[]): unknown {
    let fault = this.tryWrite(notes);
    if (fault !== undefined && notes.length > 1) fault = this.writeEach(notes);
    for (const note of notes) if (note instanceof EndNote) this.ended(note);
    if (this.spoolWriter.segment.size >= this.bounds.segmentBytes) this.rotate();
    return fault;
  }

  /** A record could not be kept. */
  private lose(now: number): void {
    this.spoolWriter.dropped++;
    this.losses.count(now);
  }

  /** @throws what the file system says */
  noteLosses(): void {
    if (this.losses.pending.count === 0) return;
    this.spoolWriter.gap(this.losses.pending);
    this.losses.clear();
    this.sync.touch(this.spoolWriter.segment);
  }

  /** @throws what the file system says */
  checkpoint(now: number, isFinal = false): readonly SignedCheckpoint[] {
    const made = this.spoolWriter.checkpoint(now, isFinal);
    if (made.length > 0) this.sync.touch(this.spoolWriter.segment);
    return made;
  }

  /** What is to be shipped next. @param trustsDisk whether only what is on the disk may be read. */
  toShip(trustsDisk: boolean): OpenSegment {
    const file = this.segments.find(({ isShipped }) => !isShipped)?.file ?? this.spoolWriter.segment;
    const limit = trustsDisk ? file.syncedBytes : file.size;
    return { number: file.number, limit, isComplete: file !== this.spoolWriter.segment && limit === file.size };
  }

  /** A file was shipped whole. It goes once every call that stands in it is over; a damaged one is put aside for whoever looks. */
  shipped(number: number, isDamaged: boolean): void {
    const segment = this.segments.find(({ file }) => file.number === number);
    if (segment) Object.assign(segment, { isShipped: true, isDamaged });
    this.sweep();
  }

  /** Leaves a file that has something in it for a new one, where that can be made. */
  rotate(): void {
    try {
      this.leftBytes += this.spoolWriter.rotate().size;
      this.segments.push(kept(this.spoolWriter.segment));
      this.sync.touch(this.spoolWriter.segment);
    } catch {
      // The old file goes on growing; whether there is room is judged at each record.
    }
  }

  /** Closes everything. @param isEmpty whether all of it is stored: then nothing of it stays. */
  close(isEmpty: boolean): void {
    for (const { file } of this.segments) file.close();
    this.losses.close();
    this.folder.close();
    if (isEmpty) this.folder.remove();
  }

  private writeEach(notes: readonly SpoolNote[]): unknown {
    let fault: unknown;
    for (const note of notes) fault = this.tryWrite([note]) ?? fault;
    return fault;
  }

  /** @returns why none of them was written, or undefined where all were */
  private tryWrite(notes: readonly SpoolNote[]): unknown {
    const { segment } = this.spoolWriter;
    try {
      if (this.losses.pending.count > 0 && this.hasRoom) this.noteLosses();
      for (const note of notes) this.put(note);
      this.spoolWriter.write();
    } catch (fault) {
      this.spoolWriter.discard();
      for (const note of notes) if (note instanceof EndNote) note.place = null;
      return fault;
    }
    for (const note of notes) if (note instanceof BeginNote) this.left(note, segment.number);
    this.sync.touch(segment);
    return undefined;
  }

  /** @throws that the quota is reached */
  private put(note: SpoolNote): void {
    const isEnd = note instanceof EndNote;
    const kept = isEnd && note.began?.segment !== undefined ? this.bounds.segmentBytes >> 2 : 0;
    if (this.bytes + this.spoolWriter.gatheredBytes >= this.bounds.quotaBytes + kept) throw new Error('the quota of the spool is reached');
    if (isEnd) note.place = this.spoolWriter.addEnd(note);
    else this.spoolWriter.addBegin(note);
  }

  private left(note: BeginNote, segment: number): void {
    note.segment = segment;
    this.underWay.set(segment, (this.underWay.get(segment) ?? 0) + 1);
    this.callsUnderWay++;
  }

  private ended({ began, place }: EndNote): void {
    if (began?.segment !== undefined) this.over(began.segment);
    if (place === null) this.lose(Date.now());
  }

  private over(began: number): void {
    const left = (this.underWay.get(began) ?? 1) - 1;
    this.callsUnderWay--;
    if (left > 0) this.underWay.set(began, left);
    else {
      this.underWay.delete(began);
      if (began !== this.spoolWriter.segment.number) this.sweep();
    }
  }

  private sweep(): void {
    const leaving = this.segments.filter(({ file, isShipped }) => isShipped && !this.underWay.has(file.number));
    if (leaving.length === 0) return;
    this.segments = this.segments.filter((segment) => !leaving.includes(segment));
    for (const { file, isDamaged } of leaving) {
      this.leftBytes -= file.size;
      file.close();
      leaveSegment(this.folder.path, file.number, isDamaged);
    }
  }
}

const kept = (file: SegmentFile): Kept => ({ file, isShipped: false, isDamaged: false });
