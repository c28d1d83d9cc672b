import { statSync } from 'node:fs';
import type { AuditSigner } from '../chain/audit-signer.js';
import type { SignedCheckpoint } from '../chain/checkpoint.js';
import { membersOf } from './call-row.js';
import { readBegin } from './begin-frame.js';
import { FRAME } from './frame.js';
import { readLosses } from './loss-page.js';
import { leaveSegment, segmentNumbers, segmentPath } from './segment-file.js';
import { SegmentReader, type ReadFrame } from './segment-reader.js';
import type { AdoptedSpool } from './spool-folder.js';
import type { SpoolShipper } from './spool-shipper.js';
import { EndNote } from './spool-note.js';
import { SpoolWriter } from './spool-writer.js';
import { EndFrame, newWriterState, WriterTrack } from './writer-state.js';

/**
 * Ends the spool of a process that is gone: calls that were cut off get rows with the outcome `unknown`, its chains their last
 * checkpoints. What this adds goes into a file of its own, so that whoever is interrupted here can begin again.
 * @returns the checkpoints, how many calls were cut off, and how many notes of departure are of a form that is not known here
 */
export async function concludeSpool(
  { path, writer }: AdoptedSpool,
  signer: AuditSigner,
  now = Date.now(),
): Promise<{ readonly checkpoints: readonly SignedCheckpoint[]; readonly cutOff: number; readonly unknownNotes: number }> {
  const numbers = segmentNumbers(path);
  const { track, open, unknownNotes } = await scan(path, numbers);
  const cutOff = [...open.values()];
  const state = track.state();
  const last = new SpoolWriter(path, signer, state.writer === '' ? newWriterState(writer) : state, (numbers.at(-1) ?? 0) + 1);
  try {
    const losses = readLosses(path);
    if (losses.count > 0 && !track.noted(losses.to)) {
      last.dropped += losses.count;
      last.gap(losses);
    }
    for (const note of cutOff) last.addEnd(note);
    last.write();
    const checkpoints = last.checkpoint(now, true);
    await last.segment.sync();
    return { checkpoints, cutOff: cutOff.length, unknownNotes };
  } finally {
    last.segment.close();
  }
}

/** Brings everything of a concluded spool to the database, file by file. */
export async function shipSpool(path: string, shipper: SpoolShipper): Promise<void> {
  for (const number of segmentNumbers(path)) {
    await shipper.ship(number, statSync(segmentPath(path, number)).size);
    leaveSegment(path, number, await shipper.finish());
  }
}

/** What a pass over all files gathers. */
interface Scanned {
  readonly track: WriterTrack;
  /** Calls that left and of which no end is known, by their ids. */
  readonly open: Map<string, EndNote>;
  unknownNotes: number;
}

async function scan(path: string, numbers: readonly number[]): Promise<Scanned> {
  const scanned: Scanned = { track: new WriterTrack(), open: new Map(), unknownNotes: 0 };
  for (const number of numbers) {
    const reader = await SegmentReader.open(segmentPath(path, number));
    try {
      const bytes = await reader.fileBytes();
      for (let chunk = await reader.next(bytes); chunk; chunk = await reader.next(bytes)) {
        for (const frame of chunk.frames) note(frame, scanned);
      }
    } finally {
      await reader.close();
    }
  }
  return scanned;
}

function note(frame: ReadFrame, scanned: Scanned): void {
  const { track, open } = scanned;
  if (frame.kind === FRAME.begin) {
    const departed = readBegin(frame.body);
    if (departed) open.set(departed.call.callId, new EndNote(departed.call, departed.retentionClass, undefined));
    else scanned.unknownNotes++;
    return;
  }
  const end = frame.kind === FRAME.end ? new EndFrame(frame.body) : undefined;
  if (end) open.delete(String(membersOf(end)['callId']));
  track.follow(frame, end);
}
