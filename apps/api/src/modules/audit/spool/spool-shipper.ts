import type { AuditSigner } from '../chain/audit-signer.js';
import type { Gap, SignedCheckpoint, SignedGap } from '../chain/checkpoint.js';
import type { SpooledRow } from './call-row.js';
import { FRAME } from './frame.js';
import type { RowSink } from './row-sink.js';
import type { RowStore } from './row-store.js';
import { SegmentReader, type ReadChunk, type ReadFrame } from './segment-reader.js';
import { segmentPath } from './segment-file.js';
import { EndFrame, placeOf, WriterTrack, type Hole } from './writer-state.js';

/** A statement has a cost of its own, and each ends with a sync of the database's disk. */
const BATCH_ROWS = 1_000;

/** What shipping tells of. */
export interface ShipperEvents {
  onStored(rows: number): void;
  onRefused(rows: number): void;
  onCorrupt(segment: number, places: number): void;
  onTorn(segment: number): void;
}

/** Brings the segments of one writer to the database, in their order; what was brought before is brought again and changes nothing. */
export class SpoolShipper {
  private readonly track = new WriterTrack();
  private reader: SegmentReader | null = null;
  private damaged = false;

  constructor(
    private readonly folder: string,
    private readonly out: { readonly store: RowStore; readonly sink: RowSink; readonly signer: AuditSigner },
    private readonly events: ShipperEvents,
  ) {}

  /** Ships a segment from where this stopped in it up to `limit` bytes. @throws where the database stays away and the store was stopped */
  async ship(segment: number, limit: number): Promise<void> {
    this.reader ??= await SegmentReader.open(segmentPath(this.folder, segment), FRAME.begin);
    for (;;) {
      const chunk = await this.reader.next(limit);
      if (!chunk) return;
      await this.shipChunk(chunk);
      if (chunk.corrupt > 0 || chunk.isTorn) this.damaged = true;
      if (chunk.corrupt > 0) this.events.onCorrupt(segment, chunk.corrupt);
      if (chunk.isTorn) this.events.onTorn(segment);
    }
  }

  /** The segment is shipped whole. @returns whether a part of it could not be read. */
  async finish(): Promise<boolean> {
    await this.reader?.close();
    this.reader = null;
    const { damaged } = this;
    this.damaged = false;
    return damaged;
  }

  /** How far into its segment it is. */
  get shippedBytes(): number {
    return this.reader?.readBytes ?? 0;
  }

  private async shipChunk({ frames }: ReadChunk): Promise<void> {
    let rows: SpooledRow[] = [];
    const flush = async (): Promise<void> => {
      const batch = rows;
      rows = [];
      await this.storeRows(batch);
    };
    for (const frame of frames) {
      const end = frame.kind === FRAME.end ? new EndFrame(frame.body) : undefined;
      const holes = this.track.follow(frame, end);
      // Nearly every frame is a record without a hole before it: only the others are waited for.
      if (holes.length > 0) await this.storeHoles(holes);
      if (end) rows.push(end);
      // A checkpoint says of rows that they are there: they go first.
      if (rows.length >= BATCH_ROWS || frame.kind === FRAME.checkpoint) await flush();
      if (frame.kind === FRAME.gap || frame.kind === FRAME.checkpoint) await this.shipStatement(frame);
    }
    await flush();
  }

  private async shipStatement({ kind, body }: ReadFrame): Promise<void> {
    if (kind === FRAME.gap) return this.storeGap(JSON.parse(body.toString()) as SignedGap);
    const checkpoint = JSON.parse(body.toString()) as SignedCheckpoint;
    await this.out.store.until(() => this.out.sink.checkpoint(checkpoint));
  }

  private async storeHoles(holes: readonly Hole[]): Promise<void> {
    for (const hole of holes) await this.storeGap(this.gapOf(hole, 'corrupt'));
  }

  private async storeRows(batch: readonly SpooledRow[]): Promise<void> {
    const { stored, refused } = await this.out.store.rows(batch);
    for (const row of refused) {
      const { chain, sequence } = placeOf(row.text);
      await this.storeGap(this.gapOf({ chain, from: sequence, to: sequence, hash: row.hash }, 'refused'));
    }
    if (stored > 0) this.events.onStored(stored);
    if (refused.length > 0) this.events.onRefused(refused.length);
  }

  private storeGap(gap: SignedGap): Promise<void> {
    return this.out.store.until(() => this.out.sink.gap(gap));
  }

  private gapOf({ chain, from, to, hash }: Hole, reason: Gap['reason']): SignedGap {
    const day = `${chain.split('.')[2]}T00:00:00.000Z`;
    const writer = chain.split('.')[0]!;
    const id = `${chain}.${from}`;
    return this.out.signer.sign({
      id,
      writer,
      reason,
      chain,
      from,
      to,
      hash: hash.toString('hex'),
      count: to - from + 1,
      since: day,
      until: day,
    });
  }
}
