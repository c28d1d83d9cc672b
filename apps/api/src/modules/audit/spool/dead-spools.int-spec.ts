import type { CallRecord } from '@mcpnest/gateway-core';
import { Logger } from '@nestjs/common';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import { callRecord } from '../testing/call-records.js';
import { SpoolBench } from '../testing/spool-bench.js';
import { CallWritesRepository } from './call-writes.repository.js';
import { CanonicalText } from './canonical-text.js';
import { FRAME, jsonFrame } from './frame.js';
import { GatheredFrames } from './gathered-frames.js';
import { RowSink } from './row-sink.js';
import { segmentPath } from './segment-file.js';

jest.setTimeout(60_000);

/** A database that is away. */
class AwaySink extends RowSink {
  readonly insert = () => Promise.reject(new Error('away'));
  readonly checkpoint = () => Promise.reject(new Error('away'));
  readonly gap = () => Promise.reject(new Error('away'));
}

/** The end of a chain's first call, as it stands in a file. */
function endFrame(call: CallRecord): Buffer {
  const gathered = new GatheredFrames();
  gathered.end('\0'.repeat(32), new CanonicalText(), call, { writer: 'w0123456789abcdef', retentionClass: 'standard', sequence: 1 });
  return Buffer.from(gathered.bytes.subarray(0, gathered.length));
}

describe('what processes leave behind that are gone', () => {
  let database: TestDatabase;
  let bench: SpoolBench;
  let writes: CallWritesRepository;
  const rows = (workspaceId: string): Promise<{ call_id: string; outcome: string; sequence: string; tool_name: string }[]> =>
    database.owner.query('SELECT * FROM mcp_tool_calls WHERE workspace_id = $1 ORDER BY sequence', [workspaceId]);
  const finderOf = () => bench.deadSpools(writes);
  const copyOf = (workspaceId: string, records: number) => bench.abandoned(new AwaySink(), workspaceId, records);

  beforeAll(async () => {
    quietLog();
    database = await createTestDatabase();
    writes = new CallWritesRepository(new Tx(database.dataSource, new ChangeFeed()));
  });
  beforeEach(() => {
    bench = new SpoolBench();
  });
  afterEach(() => bench.close());
  afterAll(() => database.drop());

  it('is stored by the next one: finished calls as they were, those that were cut off as unknown', async () => {
    const { writer } = await copyOf('ws_dead', 7);
    await finderOf().look();
    const kept = await rows('ws_dead');
    expect(kept.map(({ outcome }) => outcome)).toEqual([...Array<string>(7).fill('success'), 'unknown']);
    expect(kept.map(({ sequence }) => Number(sequence))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(kept.at(-1)).toMatchObject({ tool_name: 'echo', status: 500 });
    const last = await database.owner.query('SELECT kind, sequence FROM audit_checkpoints WHERE writer = $1', [writer]);
    expect(last).toEqual([{ kind: 'final', sequence: '8' }]);
    expect(bench.spoolNames()).toEqual([expect.not.stringContaining(writer)]);
  });

  it('is read in the form of the release before as well: calls that it cut off are unknown', async () => {
    const { folder } = await copyOf('ws_former', 3);
    const cut = callRecord({ workspaceId: 'ws_former', toolName: 'former', outcome: 'unknown', status: 500 });
    const over = callRecord({ workspaceId: 'ws_former' });
    const frames = [...[cut, over].map((call) => jsonFrame(FRAME.begin, ['standard', call])), endFrame(over)];
    appendFileSync(segmentPath(folder, 1), Buffer.concat(frames));
    await finderOf().look();
    const kept = await rows('ws_former');
    expect(kept.filter(({ outcome }) => outcome === 'success')).toHaveLength(4);
    expect(kept.filter(({ outcome }) => outcome === 'unknown').map(({ tool_name: tool }) => tool)).toEqual(['echo', 'former']);
    expect(kept.map(({ call_id: id }) => id)).toEqual(expect.arrayContaining([cut.callId, over.callId]));
  });

  it('is stored but for notes of a release that nobody here knows, which are told and counted', async () => {
    const { folder, writer } = await copyOf('ws_newer', 3);
    appendFileSync(segmentPath(folder, 1), Buffer.concat([jsonFrame(FRAME.begin, 'of another kind'), jsonFrame(FRAME.begin, [1, {}])]));
    const told = jest.spyOn(Logger.prototype, 'error');
    await finderOf().look();
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ writer, unknownNotes: 2 }));
    told.mockRestore();
    expect((await rows('ws_newer')).map(({ outcome }) => outcome)).toEqual(['success', 'success', 'success', 'unknown']);
  });

  it('is stored once, however many take it over and however often that is interrupted', async () => {
    await copyOf('ws_once', 50);
    const interrupted = bench.deadSpools(new AwaySink());
    const before = Date.now();
    const looking = interrupted.look();
    expect(Math.abs(interrupted.oldestAt!.getTime() - before)).toBeLessThan(60_000);
    await interrupted.onApplicationShutdown();
    await looking;
    await bench.leave(interrupted);
    const finders = [finderOf(), finderOf(), finderOf()];
    await Promise.all(finders.map((finder) => finder.look()));
    expect(finders.map(({ oldestAt }) => oldestAt)).toEqual([null, null, null]);
    const kept = await rows('ws_once');
    expect(kept).toHaveLength(51);
    expect(new Set(kept.map(({ call_id: id }) => id)).size).toBe(51);
  });

  it('is left alone while its process lives', async () => {
    const spool = bench.open(new AwaySink());
    void spool.append(callRecord({ workspaceId: 'ws_alive' }));
    await finderOf().look();
    expect(await rows('ws_alive')).toEqual([]);
    expect(bench.spoolNames()).toContain(spool.writer);
  });

  it('loses nothing but the torn end', async () => {
    const { folder } = await copyOf('ws_torn', 10);
    const path = segmentPath(folder, 1);
    writeFileSync(path, readFileSync(path).subarray(0, -30));
    await finderOf().look();
    // The note of the call under way is torn, so nothing is known of it; all that were answered are there.
    expect(await rows('ws_torn')).toHaveLength(10);
  });

  it('loses nothing but the end of the call that a damaged place told of, and names it', async () => {
    const { folder, writer } = await copyOf('ws_corrupt', 10);
    const path = segmentPath(folder, 1);
    const bytes = readFileSync(path);
    const at = bytes.indexOf('"sequence":4');
    bytes.write('XXXX', at - 40);
    writeFileSync(path, bytes);
    await finderOf().look();
    expect((await rows('ws_corrupt')).map(({ sequence }) => Number(sequence))).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12]);
    const gaps = await database.owner.query('SELECT reason, from_sequence, to_sequence FROM audit_gaps WHERE writer = $1', [writer]);
    expect(gaps).toEqual([{ reason: 'corrupt', from_sequence: '4', to_sequence: '4' }]);
    expect(bench.damagedNames()).toEqual([`${writer}-segment-00000001.log`]);
  });

  it('tells of losses that were counted and not yet noted', async () => {
    const { folder, writer } = await copyOf('ws_losses', 1);
    const page = Buffer.alloc(4_096);
    page.writeDoubleLE(12, 0);
    page.writeDoubleLE(Date.now() - 1_000, 8);
    page.writeDoubleLE(Date.now(), 16);
    writeFileSync(join(folder, 'losses'), page);
    await finderOf().look();
    const gaps = await database.owner.query('SELECT reason, count FROM audit_gaps WHERE writer = $1', [writer]);
    expect(gaps).toEqual([{ reason: 'full', count: '12' }]);
    expect(await database.owner.query('SELECT dropped FROM audit_checkpoints WHERE writer = $1', [writer])).toEqual([{ dropped: '12' }]);
  });

  it('is what stood at the last sync where the power failed: a copy of that is stored whole', async () => {
    const { folder } = await copyOf('ws_power', 30);
    const path = segmentPath(folder, 1);
    // Any prefix of the file is a state that a disk may be left in.
    writeFileSync(path, readFileSync(path).subarray(0, readFileSync(path).indexOf('"sequence":21')));
    await finderOf().look();
    const kept = await rows('ws_power');
    expect(kept.map(({ sequence }) => Number(sequence))).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
    expect(kept.map(({ outcome }) => outcome)).toEqual([...Array<string>(20).fill('success'), 'unknown']);
  });
});
