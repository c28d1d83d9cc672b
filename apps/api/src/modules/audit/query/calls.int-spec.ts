import { once } from 'node:events';
import { createServer, request, type ClientRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallRecord } from '@mcpnest/gateway-core';
import { newId } from '@mcpnest/shared/ids';
import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { Draining } from '../../../platform/context/draining.js';
import { inWorkspace, systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import type { CallSpool } from '../spool/call-spool.js';
import { CallWritesRepository } from '../spool/call-writes.repository.js';
import { callRecord } from '../testing/call-records.js';
import { SpoolBench } from '../testing/spool-bench.js';
import { spooledRows } from '../testing/spooled-rows.js';
import { eventually } from '../../../testing/eventually.js';
import { CallEventStream } from './call-event-stream.js';
import { CallListReadModel } from './call-list.read-model.js';
import { positionOfCall } from './call-position.js';
import { CallTail } from './call-tail.js';
import { CallsQuery } from './calls-query.dto.js';
import type { Call } from './calls.dto.js';

jest.setTimeout(30_000);

const query = (change: Partial<CallsQuery> = {}): CallsQuery => Object.assign(new CallsQuery(), change);
const all = { owner: null };

describe('call records', () => {
  let database: TestDatabase;
  let writes: CallWritesRepository;
  let calls: CallListReadModel;

  beforeAll(async () => {
    quietLog();
    database = await createTestDatabase();
    const tx = new Tx(database.dataSource, new ChangeFeed());
    writes = new CallWritesRepository(tx);
    calls = new CallListReadModel(tx);
  });
  afterAll(() => database.drop());
  const inside = (workspaceId: string) => inWorkspace(systemCtx('test'), workspaceId);

  describe('in pages', () => {
    it('come newest first, each once, also where many share a millisecond', async () => {
      const at = Date.now();
      const records = Array.from({ length: 25 }, (_, i) => callRecord({ workspaceId: 'ws_pages', receivedAt: at - Math.floor(i / 10) }));
      await writes.insert(spooledRows(records));
      const seen: Call[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await calls.list(inside('ws_pages'), query({ limit: 4, ...(cursor ? { cursor } : {}) }), all);
        seen.push(...page.data);
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect(seen.map(({ callId }) => callId)).toEqual(
        [...records].sort((a, b) => b.receivedAt - a.receivedAt || (a.callId < b.callId ? 1 : -1)).map(({ callId }) => callId),
      );
    });

    it('are those of one workspace, and of one person where that is all one may see', async () => {
      await writes.insert(
        spooledRows([
          callRecord({ workspaceId: 'ws_mine', userId: 'usr_a' }),
          callRecord({ workspaceId: 'ws_mine', userId: 'usr_b' }),
          callRecord({ workspaceId: 'ws_theirs' }),
        ]),
      );
      expect((await calls.list(inside('ws_mine'), query(), all)).data).toHaveLength(2);
      expect((await calls.list(inside('ws_mine'), query(), { owner: 'usr_b' })).data.map(({ userId }) => userId)).toEqual(['usr_b']);
    });

    it('can be narrowed by each filter', async () => {
      const wanted = callRecord({
        workspaceId: 'ws_filter',
        serverSlug: 'files',
        toolName: 'read',
        publishedName: 'f_read',
        status: 504,
        outcome: 'timeout',
        tokenId: 'tok_x',
        receivedAt: Date.now() - 3_600_000,
      });
      await writes.insert(spooledRows([wanted, callRecord({ workspaceId: 'ws_filter' })]));
      const at = (ms: number) => new Date(ms).toISOString();
      const filters: Partial<CallsQuery>[] = [
        { server: 'files' },
        { tool: 'read' },
        { tool: 'f_read' },
        { status: 504 },
        { outcome: 'timeout' },
        { token: 'tok_x' },
        { to: at(Date.now() - 1_800_000) },
      ];
      for (const filter of filters)
        expect((await calls.list(inside('ws_filter'), query(filter), all)).data.map(({ callId }) => callId)).toEqual([wanted.callId]);
      expect((await calls.list(inside('ws_filter'), query({ from: at(Date.now() - 1_800_000) }), all)).data).toHaveLength(1);
    });

    it('reach seven days back unless told otherwise', async () => {
      await writes.insert(spooledRows([callRecord({ workspaceId: 'ws_old', receivedAt: Date.now() - 8 * 86_400_000 })]));
      expect((await calls.list(inside('ws_old'), query(), all)).data).toEqual([]);
      expect(
        (await calls.list(inside('ws_old'), query({ from: new Date(Date.now() - 9 * 86_400_000).toISOString() }), all)).data,
      ).toHaveLength(1);
    });
  });

  describe('as they end', () => {
    let server: Server;
    let tail: CallTail;
    let bench: SpoolBench;
    let spool: CallSpool;
    let draining: Draining;
    let mayGoOn = true;
    const open: ClientRequest[] = [];

    beforeEach(async () => {
      mayGoOn = true;
      draining = new Draining();
      bench = new SpoolBench();
      spool = bench.open(writes);
      tail = new CallTail(spool, calls, draining);
      server = createServer((incoming, response) => {
        const url = new URL(incoming.url ?? '/', 'http://x');
        const workspaceId = url.searchParams.get('workspace') ?? '';
        const after = incoming.headers['last-event-id'];
        const stream = new CallEventStream(
          response,
          (call) => call.outcome !== 'denied',
          () => Promise.resolve(mayGoOn),
          50,
        );
        void tail.follow(workspaceId, stream).then(async (leave) => {
          response.once('close', leave);
          stream.begin(typeof after === 'string' ? await calls.since(inside(workspaceId), positionOfCall(after)) : []);
          response.write(': live\n\n');
        });
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
    });
    afterEach(async () => {
      tail.onApplicationShutdown();
      open.splice(0).forEach((sent) => sent.destroy());
      await bench.close();
      server.close();
      server.closeAllConnections();
    });

    /** Reads a stream; resolves once it is live. A heartbeat does not show that: it may come before what was missed. */
    async function follow(
      workspaceId: string,
      lastEventId?: string,
    ): Promise<{ text: () => string; ids: () => string[]; ended: Promise<unknown> }> {
      const { port } = server.address() as AddressInfo;
      const sent = request({
        port,
        host: '127.0.0.1',
        path: `/?workspace=${workspaceId}`,
        headers: lastEventId ? { 'last-event-id': lastEventId } : {},
      }).end();
      open.push(sent);
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      let text = '';
      answer
        .setEncoding('utf8')
        .on('data', (chunk: string) => {
          text += chunk;
        })
        .on('error', () => undefined);
      const ended = new Promise((resolve) => answer.once('end', () => resolve('ended')));
      await eventually(
        () => text,
        (all) => all.includes(': live'),
      );
      return { text: () => text, ids: () => [...text.matchAll(/^id: (.+)$/gm)].map(([, id]) => id ?? ''), ended };
    }

    it('are sent at once, in this process, before they are stored', async () => {
      const reader = await follow('ws_live');
      const record = callRecord({ workspaceId: 'ws_live' });
      void spool.append(record);
      void spool.append(callRecord({ workspaceId: 'ws_other' }));
      await eventually(reader.ids, (ids) => ids.length > 0);
      expect(reader.ids()).toEqual([record.callId]);
      const [, json] = /^event: call\ndata: (.+)$/m.exec(reader.text()) ?? [];
      expect(JSON.parse(json ?? '')).toMatchObject({ callId: record.callId, toolName: 'echo', status: 200, latencyMs: 12.346 });
    });

    it('of other replicas are sent when their rows appear; what stood there before is not', async () => {
      await writes.insert(spooledRows([callRecord({ workspaceId: 'ws_replica' })]));
      const reader = await follow('ws_replica');
      const late: CallRecord = callRecord({ workspaceId: 'ws_replica', receivedAt: Date.now() - 30_000 });
      await writes.insert(spooledRows([late]));
      await eventually(reader.ids, (ids) => ids.length > 0);
      expect(reader.ids()).toEqual([late.callId]);
    });

    it('are each sent once, though the row appears after the notice', async () => {
      const reader = await follow('ws_once');
      const records = Array.from({ length: 20 }, () => callRecord({ workspaceId: 'ws_once' }));
      for (const record of records) void spool.append(record);
      await spool.flush();
      const other = callRecord({ workspaceId: 'ws_once' });
      await writes.insert(spooledRows([other]));
      await eventually(reader.ids, (ids) => ids.includes(other.callId));
      expect(reader.ids()).toEqual([...records, other].map(({ callId }) => callId));
    });

    it('are taken up where a reader left off', async () => {
      const records = Array.from({ length: 3 }, (_, i) => callRecord({ workspaceId: 'ws_resume', receivedAt: Date.now() - 3_000 + i }));
      await writes.insert(spooledRows(records));
      const reader = await follow('ws_resume', records[0]?.callId);
      expect(reader.ids()).toEqual([records[1]?.callId, records[2]?.callId]);
    });

    it('pass the filter first', async () => {
      const reader = await follow('ws_filtered');
      void spool.append(callRecord({ workspaceId: 'ws_filtered', outcome: 'denied', status: 404 }));
      const shown = callRecord({ workspaceId: 'ws_filtered' });
      void spool.append(shown);
      await eventually(reader.ids, (ids) => ids.length > 0);
      expect(reader.ids()).toEqual([shown.callId]);
    });

    it('stop when the reader may no longer see them', async () => {
      const reader = await follow('ws_stop');
      mayGoOn = false;
      expect(await reader.ended).toBe('ended');
    });

    it('stop when the process begins to drain, and are not begun again', async () => {
      const reader = await follow('ws_drain');
      draining.begin();
      expect(await reader.ended).toBe('ended');
      const { port } = server.address() as AddressInfo;
      const [answer] = (await once(request({ port, host: '127.0.0.1', path: '/?workspace=ws_drain' }).end(), 'response')) as [
        IncomingMessage,
      ];
      await once(answer.resume(), 'end');
    });

    it('cut off a reader that lets a megabyte pile up', async () => {
      const { port } = server.address() as AddressInfo;
      const sent = request({ port, host: '127.0.0.1', path: '/?workspace=ws_slow' }).end();
      sent.on('error', () => undefined);
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      answer.pause();
      answer.on('error', () => undefined);
      await eventually(
        () => {
          for (let i = 0; i < 500; i++) void spool.append(callRecord({ workspaceId: 'ws_slow', clientName: 'x'.repeat(120) }));
          return new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
        },
        (connections) => connections === 0,
        20_000,
      );
    });
  });

  it('know their place by their id', () => {
    const at = Date.UTC(2026, 10, 23, 12, 34, 56, 789);
    const id = newId('call', at);
    expect(positionOfCall(id)).toEqual({ createdAt: new Date(at), id });
    for (const text of ['', 'call_', 'tok_01m84fqfpwexka3ye72kz3wd5s', `${id}'`, 'call_zzzzzzzzzzzzzzzzzzzzzzzzzz'])
      expect(() => positionOfCall(text)).toThrow(/not the id of a call/);
  });
});
