import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FRAME, jsonFrame } from './frame.js';
import { SegmentFile, segmentPath } from './segment-file.js';
import { SegmentReader } from './segment-reader.js';

/** A third of what is read at once, as much as a frame may have, and more than all of it. */
const [SMALL, LARGE, MORE] = [350_000, 1_048_000, 1_200_000];

describe('a segment that is read piece by piece', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mcpnest-segment-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (parts: readonly Buffer[]): number => {
    const file = new SegmentFile(folder, 1);
    for (const part of parts) file.append(part, part.length);
    file.close();
    return file.size;
  };
  const read = async (limit: number, skipped?: number) => {
    const reader = await SegmentReader.open(segmentPath(folder, 1), skipped);
    const seen = { texts: [] as string[], corrupt: 0, isTorn: false };
    try {
      for (let chunk = await reader.next(limit); chunk; chunk = await reader.next(limit)) {
        seen.texts.push(...chunk.frames.map(({ body }) => (JSON.parse(body.toString()) as { id: string }).id));
        seen.corrupt += chunk.corrupt;
        seen.isTorn ||= chunk.isTorn;
      }
      return { ...seen, bytes: reader.readBytes };
    } finally {
      await reader.close();
    }
  };
  const frame = (id: string, bytes: number): Buffer => jsonFrame(FRAME.begin, { id, text: 'x'.repeat(bytes) });

  it('gives every frame once and in order, whatever its size', async () => {
    const sizes = [10, SMALL, SMALL, SMALL, LARGE, 10, LARGE, SMALL, 10];
    const size = write(sizes.map((bytes, id) => frame(`${id}`, bytes)));
    expect(await read(size)).toEqual({ texts: sizes.map((_, id) => `${id}`), corrupt: 0, isTorn: false, bytes: size });
  });

  it('goes on behind damage that is larger than what is read at once, and counts it', async () => {
    const parts = [frame('a', 10), Buffer.alloc(MORE, 0xff), frame('b', SMALL), frame('c', LARGE)];
    const size = write(parts);
    expect(await read(size)).toEqual({ texts: ['a', 'b', 'c'], corrupt: 1, isTorn: false, bytes: size });
  });

  it('leaves out the kind that nobody asks for, and still finds damage in it', async () => {
    const spoilt = frame('b', 10);
    spoilt.writeUInt8(0x00, spoilt.length - 4);
    const size = write([frame('a', 10), jsonFrame(FRAME.gap, { id: 'gap' }), spoilt, frame('c', 10), jsonFrame(FRAME.gap, { id: 'last' })]);
    expect(await read(size, FRAME.begin)).toEqual({ texts: ['gap', 'last'], corrupt: 1, isTorn: false, bytes: size });
  });

  it('says that its end is torn', async () => {
    const size = write([frame('a', SMALL), frame('b', LARGE).subarray(0, LARGE >> 1)]);
    expect(await read(size)).toEqual({ texts: ['a'], corrupt: 0, isTorn: true, bytes: size });
  });
});
