import { misbehaviours, startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import type { Call, LedgerEntry } from '@mcpnest/api-client';
import { filesHolding } from '../harness/data-search.js';
import { eventually } from '../harness/eventually.js';
import { openEventStream } from '../harness/event-stream.js';
import {
  callsOnceVisible,
  givenInstallation,
  givenMember,
  givenRoute,
  givenToken,
  givenWorkspace,
  type Installation,
  type Route,
} from '../harness/given.js';
import { GatewayClient } from '../harness/gateway-client.js';
import type { RestClient } from '../harness/rest-client.js';

const ARGUMENT = 'argument-canary-5e0a91';
const RESULT = 'result-canary-77c1d2';
/** The quickest counts against a promise of time: on a busy machine a single try says more about the machine. */
const TRIES = 5;

describe('every tool call leaves one record, and nothing of what was said', () => {
  let installation: Installation;
  let operator: RestClient;
  let upstream: FakeUpstream;
  let route: Route;
  let calls: string;

  beforeAll(async () => {
    [upstream, installation] = await Promise.all([
      startFakeUpstream({
        callResult: ({ arguments: args }) => ({
          content: [{ type: 'text', text: RESULT }],
          ...((args as { fail?: boolean }).fail && { isError: true }),
          resultType: 'complete',
        }),
      }),
      givenInstallation(),
    ]);
    ({ operator } = installation);
    route = await givenRoute(operator, [upstream.url]);
    calls = `/workspaces/${route.workspace.slug}/calls`;
    await route.client.list();
  }, 90_000);

  afterAll(async () => {
    await Promise.all([upstream?.close(), installation?.server.remove()]);
  }, 60_000);

  const list = async (query = ''): Promise<{ data: Call[]; nextCursor: string | null }> => operator.get(`${calls}${query}`);
  const everyIdOf = async (token: string): Promise<string[]> => {
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { data: Call[]; nextCursor: string | null } = await list(
        `?token=${token}&limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      ids.push(...page.data.map(({ callId }) => callId));
      cursor = page.nextCursor;
    }
    return ids;
  };
  const newest = (expected: Partial<Call>): Promise<readonly Call[]> =>
    callsOnceVisible(operator, route.workspace.slug, ([call]) => expect(call).toMatchObject(expected), '?limit=1');

  it('of success and of a tool that failed', async () => {
    await route.client.call('echo', { message: ARGUMENT });
    await newest({
      status: 200,
      outcome: 'success',
      reason: null,
      toolName: 'echo',
      publishedName: 'echo',
      serverSlug: route.servers[0]!.slug,
      serverVersion: 1,
      tokenId: route.token.id,
      tokenName: route.token.name,
      userId: route.token.owner?.userId ?? null,
      protocolVersion: null,
    });
    await route.client.call('Second_Tool', { fail: true });
    await newest({ status: 200, outcome: 'tool_error', toolName: 'Second.Tool', publishedName: 'Second_Tool' });
  });

  it('of calls that reached no server', async () => {
    await route.client.call('nobody');
    await newest({
      status: 404,
      outcome: 'denied',
      reason: 'gateway.tool-unknown',
      toolName: 'nobody',
      serverSlug: null,
      serverVersion: null,
    });
    await route.client.post({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: {} });
    await newest({ status: 400, outcome: 'invalid' });
    await route.client.modern('tools/call', { name: 'echo', arguments: {} }, { 'mcp-name': 'other' });
    await newest({
      status: 400,
      outcome: 'invalid',
      reason: 'gateway.header-mismatch',
      protocolVersion: '2026-07-28',
      clientName: 'raw-client/1.0.0',
    });
  });

  it('of a server that broke', async () => {
    upstream.misbehave('tools/call', misbehaviours.status(502));
    await route.client.call('echo');
    upstream.misbehave('tools/call', undefined);
    await newest({ status: 502, outcome: 'upstream_error', toolName: 'echo' });
  });

  it('but not of lists, handshakes and pings, nor of calls without a valid token', async () => {
    const { data: before } = await list('?limit=200');
    await route.client.list();
    await route.client.post({ jsonrpc: '2.0', id: 1, method: 'ping' });
    await route.client.modern('server/discover');
    await new GatewayClient(route.client.url).call('echo');
    await new GatewayClient(route.client.url, 'mng_abcdefghijklmnopqrstuvwxyzABCD02oPn2').call('echo');
    await route.client.call('echo', { last: true });
    await callsOnceVisible(operator, route.workspace.slug, (data) => expect(data).toHaveLength(before.length + 1), '?limit=200');
  });

  it('within a second', async () => {
    const took: number[] = [];
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const { id, token } = await givenToken(operator, route.workspace.slug);
      await new GatewayClient(route.client.url, token).call('echo', { attempt });
      const answered = performance.now();
      await callsOnceVisible(operator, route.workspace.slug, (found) => expect(found).toHaveLength(1), `?token=${id}`);
      took.push(performance.now() - answered);
    }
    expect(Math.min(...took)).toBeLessThan(1_000);
  }, 60_000);

  it('of each of a thousand calls at once, each once, and the calls wait for none of it', async () => {
    const busy = await givenToken(operator, route.workspace.slug);
    const client = new GatewayClient(route.client.url, busy.token);
    for (let round = 0; round < 10; round++)
      await Promise.all(Array.from({ length: 100 }, (_, index) => client.call('echo', { round, index })));
    const seen = await eventually(async () => {
      const ids = await everyIdOf(busy.id);
      expect(ids).toHaveLength(1_000);
      return ids;
    }, 10_000);
    expect(new Set(seen).size).toBe(1_000);
  }, 60_000);

  describe('filters', () => {
    it.each<[string, (call: Call) => boolean]>([
      ['status=404', ({ status }) => status === 404],
      ['outcome=tool_error', ({ outcome }) => outcome === 'tool_error'],
      ['tool=Second.Tool', ({ toolName }) => toolName === 'Second.Tool'],
      ['tool=Second_Tool', ({ publishedName }) => publishedName === 'Second_Tool'],
      ['status=200&tool=echo', ({ status, toolName }) => status === 200 && toolName === 'echo'],
    ])('%s finds those and no others', async (query, fits) => {
      const { data } = await list(`?${query}`);
      expect(data.length).toBeGreaterThan(0);
      expect(data.every(fits)).toBe(true);
    });

    it('by server, token and time', async () => {
      const [{ createdAt }] = (await list('?limit=1')).data as [Call];
      expect((await list(`?server=${route.servers[0]!.slug}&limit=1`)).data).toHaveLength(1);
      expect((await list('?server=other')).data).toEqual([]);
      expect((await list('?token=tok_unknown')).data).toEqual([]);
      expect((await list(`?from=${createdAt}&limit=200`)).data.every((call) => call.createdAt >= createdAt)).toBe(true);
      expect((await list(`?to=${createdAt}&limit=200`)).data.every((call) => call.createdAt < createdAt)).toBe(true);
      expect((await list(`?from=${new Date(Date.now() + 60_000).toISOString()}`)).data).toEqual([]);
    });

    it.each([
      'status=ok',
      'from=yesterday',
      'outcome=fine',
      'cursor=made-up',
      'limit=1000',
      'tool=a&tool=b',
      'arguments=x',
      'from=2026-01-01',
      'from=2026-W05',
      'to=2026-01-01T00',
    ])('%s is a 400 that names it', async (query) => {
      const { status, body } = await operator.send('GET', `${calls}?${query}`);
      expect({ query, status }).toEqual({ query, status: 400 });
      expect(body).toMatchObject({ code: 'platform.invalid-request' });
    });

    it('come newest first', async () => {
      const { data } = await list('?limit=200');
      const times = data.map(({ createdAt }) => createdAt);
      expect(times).toEqual([...times].sort().reverse());
    });
  });

  describe('the stream', () => {
    it('tells a call as soon as it ends, and what was missed after a break', async () => {
      const stream = await openEventStream(`${operator.origin}/api/v1${calls}/stream`, operator.cookie);
      await route.client.call('echo', { streamed: 1 });
      const first = await stream.next('call', 2_000);
      expect(JSON.parse(first.data)).toMatchObject({ callId: first.id, toolName: 'echo', status: 200 });
      stream.close();
      await route.client.call('Second_Tool', { missed: 1 });
      await newest({ toolName: 'Second.Tool' });
      const again = await openEventStream(`${operator.origin}/api/v1${calls}/stream`, operator.cookie, first.id);
      expect(JSON.parse((await again.next('call', 2_000)).data)).toMatchObject({ toolName: 'Second.Tool' });
      again.close();
    });

    it('obeys the filters, and ends for who loses the right to it', async () => {
      const { client: auditor, me } = await givenMember(operator, route.workspace.slug, 'auditor');
      const stream = await openEventStream(`${operator.origin}/api/v1${calls}/stream?tool=Second_Tool`, auditor.cookie);
      await route.client.call('echo');
      await route.client.call('Second_Tool');
      expect(JSON.parse((await stream.next('call', 2_000)).data)).toMatchObject({ toolName: 'Second.Tool' });
      await operator.delete(`/workspaces/${route.workspace.slug}/members/${me.id}`);
      await route.client.call('Second_Tool', { secretly: true });
      await newest({ toolName: 'Second.Tool' });
      await expect(stream.next('call', 3_000)).rejects.toThrow('the stream has ended');
      stream.close();
    }, 20_000);

    it('is shut for strangers', async () => {
      const { slug } = await givenWorkspace(operator);
      const { client: stranger } = await givenMember(operator, slug, 'owner');
      expect(await stranger.outcome('GET', `${calls}/stream`)).toBe('404 workspaces.not-found');
      expect(await operator.stranger.outcome('GET', `${calls}/stream`)).toBe('401 auth.not-signed-in');
    });
  });

  describe('the ledger', () => {
    it('is filtered by workspace and event, and has no gaps', async () => {
      const { data: mine } = await operator.get<{ data: LedgerEntry[] }>(`/ledger?workspace=${route.workspace.slug}&limit=200`);
      expect(mine.every(({ workspaceId }) => workspaceId === route.workspace.id)).toBe(true);
      expect(mine.map(({ event }) => event)).toEqual(
        expect.arrayContaining(['workspaces.created', 'servers.exposed', 'workspaces.token-created']),
      );
      const { data: created } = await operator.get<{ data: LedgerEntry[] }>('/ledger?event=workspaces.created');
      expect(created.every(({ event }) => event === 'workspaces.created')).toBe(true);
      const { data: all } = await operator.get<{ data: LedgerEntry[] }>('/ledger?limit=200');
      const numbers = all.map(({ number }) => number);
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => numbers[0]! - index));
    });
  });

  it('no argument and no result lies anywhere in the data folder or the log', async () => {
    await installation.server.stop();
    expect(filesHolding(installation.server.dataDir, 'Second_Tool')).not.toEqual([]);
    for (const secret of [ARGUMENT, RESULT]) {
      expect(filesHolding(installation.server.dataDir, secret)).toEqual([]);
      expect(installation.server.stderr.join('\n')).not.toContain(secret);
    }
  }, 60_000);
});
