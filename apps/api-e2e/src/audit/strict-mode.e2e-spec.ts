import { randomBytes } from 'node:crypto';
import type { AuditGap } from '@mcpnest/api-client';
import { startFakeUpstream, type FakeExchange, type FakeUpstream } from '@mcpnest/testkit';
import { eventually } from '../harness/eventually.js';
import type { WireAnswer } from '../harness/gateway-client.js';
import { givenInstallation, givenRoute, type Installation, type Route } from '../harness/given.js';
import { StagedDisk } from '../harness/staged-disk.js';

const START_MS = 90_000;
/** Calls of the other workspace, one after the other, in whose time a call that did not wait would be answered many times over. */
const NEIGHBOURS = 20;

describe('a workspace whose call records are kept strictly', () => {
  const disk = new StagedDisk();
  let installation: Installation;
  let upstream: FakeUpstream;
  let strict: Route;
  let available: Route;

  beforeAll(async () => {
    [upstream, installation] = await Promise.all([startFakeUpstream(), givenInstallation(disk.env)]);
    strict = await givenRoute(installation.operator, [upstream.url]);
    available = await givenRoute(installation.operator, [upstream.url]);
    const policy = { mode: 'strict', retentionDays: null, legalHold: false };
    await installation.operator.put(`/audit/policies/${strict.workspace.slug}`, policy);
    await Promise.all([strict.client.list(), available.client.list()]);
  }, START_MS);
  beforeEach(() => disk.become('sound'));
  afterEach(() => {
    disk.become('sound');
    upstream.misbehave('tools/call', undefined);
  });
  afterAll(async () => {
    await Promise.all([upstream?.close(), installation?.server.remove()]);
    disk.remove();
  }, START_MS);

  /** A call in a trace of its own, by which it is found in files. */
  const call = (route: Route): Traced => {
    const trace = randomBytes(16).toString('hex');
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'echo', arguments: { trace } } };
    const traced: Traced = {
      trace,
      isAnswered: false,
      answer: route.client.post(message, { traceparent: `00-${trace}-${trace.slice(16)}-01` }).finally(() => (traced.isAnswered = true)),
    };
    return traced;
  };
  const arrived = (trace: string): boolean => upstream.messages('tools/call').some(({ body }) => body.includes(trace));
  const reasonOf = ({ json }: WireAnswer): string | undefined => json.error?.data?.reason;
  const neighboursAreAnswered = async (): Promise<void> => {
    for (let sent = 0; sent < NEIGHBOURS; sent++) expect((await call(available).answer).json.result).toBeDefined();
  };

  it('lets a call leave only once the disk has a note of it, while calls of others are answered', async () => {
    disk.become('waiting');
    const waiting = call(strict);
    await neighboursAreAnswered();
    expect({ arrived: arrived(waiting.trace), isAnswered: waiting.isAnswered }).toEqual({ arrived: false, isAnswered: false });
    disk.become('sound');
    expect((await waiting.answer).json.result).toBeDefined();
    expect(arrived(waiting.trace)).toBe(true);
  });

  it('answers it only once the disk has its record, while calls of others are answered', async () => {
    const held: FakeExchange[] = [];
    upstream.misbehave('tools/call', (exchange) => void held.push(exchange));
    const waiting = call(strict);
    await eventually(() => expect(held).toHaveLength(1), 5_000);
    upstream.misbehave('tools/call', undefined);
    disk.become('waiting');
    held[0]!.behave();
    await neighboursAreAnswered();
    expect(waiting.isAnswered).toBe(false);
    // The note of its departure.
    expect(disk.syncedMentions(waiting.trace)).toBe(1);
    disk.become('sound');
    expect((await waiting.answer).json.result).toBeDefined();
  });

  it('has every answer, of many at once, in what a power loss would leave', async () => {
    const answered = Array.from({ length: 100 }, async () => {
      const { trace, answer } = call(strict);
      expect((await answer).json.result).toBeDefined();
      // Departure and record: looked for in the turn in which the answer is there.
      return disk.syncedMentions(trace);
    });
    expect(await Promise.all(answered)).toEqual(answered.map(() => 2));
  });

  it.each(['broken', 'full'] as const)(
    'refuses calls while the disk is %s, and says why, while calls of others are answered',
    async (state) => {
      disk.become(state);
      const refused = call(strict);
      expect(reasonOf(await refused.answer)).toBe('gateway.audit-unavailable');
      expect(arrived(refused.trace)).toBe(false);
      await neighboursAreAnswered();
      disk.become('sound');
      expect((await call(strict).answer).json.result).toBeDefined();
    },
  );

  it('withholds an answer whose record cannot be kept', async () => {
    const held: FakeExchange[] = [];
    upstream.misbehave('tools/call', (exchange) => void held.push(exchange));
    const withheld = call(strict);
    await eventually(() => expect(held).toHaveLength(1), 5_000);
    disk.become('full');
    held[0]!.behave();
    const { json } = await withheld.answer;
    expect(json.result).toBeUndefined();
    expect(json.error?.data?.reason).toBe('gateway.audit-unavailable');
  });

  it('tells how many records were not kept, first thing when there is room again', async () => {
    // What was lost before is noted with this one.
    await call(available).answer;
    disk.become('full');
    await neighboursAreAnswered();
    disk.become('sound');
    await call(available).answer;
    await eventually(async () => {
      const { data } = await installation.operator.get<{ data: AuditGap[] }>('/audit/gaps');
      expect(data[0]).toMatchObject({ reason: 'full', count: NEIGHBOURS });
    }, 10_000);
  });
});

interface Traced {
  readonly trace: string;
  isAnswered: boolean;
  readonly answer: Promise<WireAnswer>;
}
