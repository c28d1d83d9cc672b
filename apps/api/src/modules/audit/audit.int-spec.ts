import { createTestApp, type TestApp } from '../../testing/create-test-app.js';
import { quietLog } from '../../testing/quiet-log.js';
import type { RestClient } from '../../testing/rest-client.js';
import { CallSpool } from './spool/call-spool.js';
import { callRecord } from './testing/call-records.js';
import { eventually } from '../../testing/eventually.js';

jest.setTimeout(60_000);

const PASSWORD = 'a long enough password';

describe('the audit room over HTTP', () => {
  let product: TestApp;
  let operator: RestClient;
  let developer: RestClient;
  let auditor: RestClient;
  let stranger: RestClient;
  let workspaceId: string;
  const ids: Record<string, string> = {};

  /** Invites a person into a workspace and signs them in. */
  async function join(slug: string, name: string, role: string): Promise<RestClient> {
    const invited = await operator.post(`/workspaces/${slug}/members`, { email: `${name}@example.com`, role });
    const client = product.client();
    const { status, body } = await client.post('/auth/invites/accept', {
      code: new URL(invited.body.inviteUrl).hash.slice(1),
      name,
      password: PASSWORD,
    });
    if (status !== 200) throw new Error(JSON.stringify(body));
    ids[name] = body.id;
    return client;
  }

  beforeAll(async () => {
    quietLog();
    product = await createTestApp();
    operator = await product.operator();
    workspaceId = (await operator.post('/workspaces', { name: 'Acme' })).body.id;
    await operator.post('/workspaces', { name: 'Other' });
    developer = await join('acme', 'dora', 'developer');
    auditor = await join('acme', 'anna', 'auditor');
    stranger = await join('other', 'eve', 'owner');
    const spool = product.app.get(CallSpool);
    for (const userId of [ids['dora'], ids['anna']]) void spool.append(callRecord({ workspaceId, userId: userId ?? null }));
    await spool.flush();
  });
  afterAll(() => product.close());

  it('shows an auditor every call of the workspace, and a developer those of their own tokens', async () => {
    expect((await auditor.get('/workspaces/acme/calls')).body.data.map((call: { userId: string }) => call.userId).sort()).toEqual(
      [ids['dora'], ids['anna']].sort(),
    );
    expect((await developer.get('/workspaces/acme/calls')).body.data.map((call: { userId: string }) => call.userId)).toEqual([ids['dora']]);
    expect((await stranger.get('/workspaces/acme/calls')).status).toBe(404);
    expect((await stranger.get('/workspaces/other/calls')).body).toEqual({ data: [], nextCursor: null });
  });

  it.each([
    'server=Not%20a%20slug',
    'status=99',
    'status=abc',
    'outcome=great',
    'from=yesterday',
    'from=2026-13-01T00:00:00Z',
    'from=2026-W01-1',
    'to=2026-11-23',
    'to=%2B020260-01-01T00:00:00Z',
    'token=%27',
    'limit=1000',
    'cursor=x',
    'tool=' + 'x'.repeat(129),
    'sort=latency',
  ])('answers the filter %s with 400 and its name', async (filter) => {
    const { status, body } = await auditor.get(`/workspaces/acme/calls?${filter}`);
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'platform.invalid-request', `/${filter.split('=')[0]}`]);
  });

  it.each(['from=0000-01-01T00:00:00Z', 'to=9999-12-31T23:59:59%2B14:00', 'from=2026-02-31T00:00:00Z'])(
    'takes the odd time %s without failing',
    async (filter) => {
      expect((await auditor.get(`/workspaces/acme/calls?${filter}`)).status).toBe(200);
      expect((await operator.get(`/ledger?${filter}`)).status).toBe(200);
    },
  );

  it('takes hostile text in a filter for what it is', async () => {
    for (const tool of ["'; DROP TABLE ledger; --", '%', '\\', '漢字', '${7*7}']) {
      expect((await auditor.get(`/workspaces/acme/calls?tool=${encodeURIComponent(tool)}`)).body).toEqual({ data: [], nextCursor: null });
    }
  });

  it('streams to a developer only their own calls', async () => {
    const aborting = new AbortController();
    const key = (await developer.post('/api-keys', { name: 'tail' })).body.key;
    const response = await fetch(`${product.url}/api/v1/workspaces/acme/calls/stream`, {
      headers: { authorization: `Bearer ${key}` },
      signal: aborting.signal,
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    let text = '';
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) text += decoder.decode(chunk);
    })().catch(() => undefined);
    const [theirs, own] = [callRecord({ workspaceId, userId: ids['anna'] ?? '' }), callRecord({ workspaceId, userId: ids['dora'] ?? '' })];
    void product.app.get(CallSpool).append(theirs);
    void product.app.get(CallSpool).append(own);
    await eventually(
      () => text,
      (all) => all.includes(own.callId),
    );
    expect(text).not.toContain(theirs.callId);
    aborting.abort();
    await reading;
  });

  it('ends the stream of a session that was signed out from elsewhere', async () => {
    const login = await fetch(`${product.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'dora@example.com', password: PASSWORD }),
    });
    const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const response = await fetch(`${product.url}/api/v1/workspaces/acme/calls/stream`, { headers: { cookie } });
    expect(response.status).toBe(200);
    const ended = response.text();
    expect((await developer.delete('/me/sessions')).status).toBeLessThan(300);
    // Nothing but the end of the stream lets this go on.
    await ended;
    expect((await fetch(`${product.url}/api/v1/me`, { headers: { cookie } })).status).toBe(401);
  });

  it('refuses a stream that begins at no call, and one from outside', async () => {
    const client = product.client({ 'last-event-id': 'nonsense' });
    await client.post('/auth/login', { email: 'anna@example.com', password: PASSWORD });
    expect((await client.get('/workspaces/acme/calls/stream')).status).toBe(400);
    expect((await stranger.get('/workspaces/acme/calls/stream')).status).toBe(404);
    expect((await product.client().get('/workspaces/acme/calls/stream')).status).toBe(401);
  });

  it('shows the ledger to operators alone, with who did what under which name', async () => {
    expect((await auditor.get('/ledger')).status).toBe(403);
    const { body } = await operator.get('/ledger?event=workspaces.created&limit=1');
    expect(body.data[0]).toMatchObject({
      event: 'workspaces.created',
      actor: { kind: 'user' },
      subject: { kind: 'workspace', name: 'Other' },
    });
    expect(body.nextCursor).toEqual(expect.any(String));
    const next = await operator.get(`/ledger?event=workspaces.created&limit=1&cursor=${body.nextCursor}`);
    expect(next.body.data[0].subject.name).toBe('Acme');
    const here = await operator.get('/ledger?workspace=acme&limit=200');
    expect(new Set(here.body.data.map((entry: { workspaceId: string }) => entry.workspaceId))).toEqual(new Set([workspaceId]));
  });

  it('reports the counters of the buffer in the health report', async () => {
    const { accepted, stored, waiting, dropped } = (await operator.get('/health')).body.audit;
    expect(accepted).toBeGreaterThanOrEqual(2);
    expect(dropped).toBe(0);
    expect(stored + waiting).toBe(accepted);
  });
});
