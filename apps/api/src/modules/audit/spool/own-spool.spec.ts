import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditSigner } from '../chain/audit-signer.js';
import { genesisHash, linkHash } from '../chain/chain-hash.js';
import { callRecord } from '../testing/call-records.js';
import { canonicalCall } from './canonical-text.js';
import { FRAME } from './frame.js';
import { OwnSpool } from './own-spool.js';
import { segmentPath } from './segment-file.js';
import { SegmentReader, type ReadFrame } from './segment-reader.js';
import { SpoolFolder } from './spool-folder.js';
import { BeginNote, EndNote } from './spool-note.js';
import { SpoolSync } from './spool-sync.js';
import { EndFrame, placeOf } from './writer-state.js';

describe('the notes of one turn', () => {
  let dataDir: string;
  let spool: OwnSpool;
  const open = (quotaBytes: number): OwnSpool => {
    const sync = new SpoolSync(
      () => undefined,
      () => undefined,
    );
    const signer = new AuditSigner({ masterKey: Buffer.alloc(32, 7) });
    return (spool = new OwnSpool(SpoolFolder.create(dataDir), signer, sync, { segmentBytes: 1024 * 1024, quotaBytes }));
  };
  const frames = async (): Promise<readonly ReadFrame[]> => {
    const reader = await SegmentReader.open(segmentPath(spool.folder.path, 1));
    try {
      return (await reader.next(spool.bytes))?.frames ?? [];
    } finally {
      await reader.close();
    }
  };
  const turn = (calls: number): (BeginNote | EndNote)[] =>
    Array.from({ length: calls }, () => {
      const begin = new BeginNote(callRecord(), 'standard');
      return [begin, new EndNote(begin.call, 'standard', begin)];
    }).flat();

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'mcpnest-own-spool-'));
  });
  afterEach(() => {
    spool.close(true);
    rmSync(dataDir, { recursive: true });
  });

  it('stand in the file in their order, each record chained to the one before', async () => {
    open(1024 * 1024);
    const notes = turn(40);
    expect(spool.write(notes)).toBeUndefined();
    const kept = await frames();
    expect(kept.map(({ kind }) => kind)).toEqual([FRAME.head, ...Array<number[]>(40).fill([FRAME.begin, FRAME.end]).flat()]);
    let previous = genesisHash(placeOf(new EndFrame(kept[2]!.body).text).chain);
    for (const [index, frame] of kept.filter(({ kind }) => kind === FRAME.end).entries()) {
      const note = notes[index * 2 + 1] as EndNote;
      previous = linkHash(previous, canonicalCall(note.call, note.place!));
      expect(new EndFrame(frame.body).hash.equals(previous)).toBe(true);
      expect(note.place?.sequence).toBe(index + 1);
    }
  });

  it('need not be gathered where one call alone is under way; refusals, of which many come at once, are', () => {
    open(1024 * 1024);
    const [begin, end, other, otherEnd] = turn(2) as [BeginNote, EndNote, BeginNote, EndNote];
    expect(spool.isAlone(begin)).toBe(true);
    spool.write([begin]);
    expect([end, other].map((note) => spool.isAlone(note))).toEqual([true, false]);
    spool.write([other]);
    expect([end, otherEnd].map((note) => spool.isAlone(note))).toEqual([false, false]);
    spool.write([end]);
    expect(spool.isAlone(otherEnd)).toBe(true);
    spool.write([otherEnd]);
    expect(spool.isAlone(new EndNote(callRecord({ outcome: 'limited' }), 'standard', undefined))).toBe(false);
  });

  it('are written one by one where not all of them fit: what fits is kept, what does not is counted, no sequence is left out', async () => {
    open(8 * 1024);
    const notes = turn(20).filter((note) => note instanceof EndNote);
    expect(spool.write(notes)).toBeInstanceOf(Error);
    const kept = notes.filter((note) => note instanceof EndNote && note.place !== null) as EndNote[];
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length).toBeLessThan(20);
    expect(kept.map(({ place }) => place?.sequence)).toEqual(kept.map((_, index) => index + 1));
    expect(spool.pendingLosses).toBe(20 - kept.length);
    const ends = (await frames()).filter(({ kind }) => kind === FRAME.end).map(({ body }) => new EndFrame(body));
    expect(ends.map(({ text }) => placeOf(text).sequence)).toEqual(kept.map(({ place }) => place?.sequence));
    for (const [index, end] of ends.entries()) if (index > 0) expect(end.before.equals(ends[index - 1]!.hash)).toBe(true);
  });
});
