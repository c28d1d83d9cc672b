import { exposureRoute, GatewayHarness, legacy, modern, tableOf, TAKES_STREAMS, workspaceRoute } from './testing/index.js';
import type { Sent } from './testing/index.js';
import { ToolScope } from './policy/tool-scope.js';

const SUBSCRIPTION_ID = 'io.modelcontextprotocol/subscriptionId';

const turns = async (): Promise<void> => {
  for (let n = 0; n < 50; n++) await Promise.resolve();
};

const listening = (notifications: unknown, id: string | number = 'sub-1', more: Partial<Sent> = {}): Sent => ({
  ...modern('subscriptions/listen', { notifications }, id),
  ...more,
});

const RESOURCES = [{ uri: 'test://one', name: 'one' }];

describe('subscriptions/listen', () => {
  it('is acknowledged first, with what is honoured, under the id of the request in its own type', async () => {
    for (const id of ['abc', 7]) {
      const harness = new GatewayHarness({ files: { resources: RESOURCES } });
      const asked = {
        toolsListChanged: true,
        promptsListChanged: false,
        resourceSubscriptions: ['test://one', 'test://one'],
        taskIds: ['x'],
      };
      const { status, headers, stream } = await harness.send(listening(asked, id));
      const first = await stream.message(() => true);
      expect([status, headers['content-type'], headers['x-accel-buffering']]).toEqual([200, 'text/event-stream', 'no']);
      expect(first).toEqual({
        jsonrpc: '2.0',
        method: 'notifications/subscriptions/acknowledged',
        params: { notifications: { toolsListChanged: true, resourceSubscriptions: ['test://one'] }, _meta: { [SUBSCRIPTION_ID]: id } },
      });
      expect(stream.events.every((event) => event.id === undefined)).toBe(true);
    }
  });

  it.each([
    ['nothing', undefined],
    ['an array', []],
    ['null', null],
    ['a text for a switch', { toolsListChanged: 'yes' }],
    ['a text for a list', { resourceSubscriptions: 'test://one' }],
    ['a number for a URI', { resourceSubscriptions: [7] }],
  ])('is refused for %s', async (_what, notifications) => {
    const { json } = await new GatewayHarness({ files: {} }).send(listening(notifications));
    expect(json.error.code).toBe(-32602);
  });

  it('tells what was asked for and nothing else, tagged', async () => {
    const harness = new GatewayHarness({ files: { resources: RESOURCES }, mail: {} });
    const one = (await harness.send(listening({ toolsListChanged: true }, 'one'))).stream;
    const two = (await harness.send(listening({ promptsListChanged: true, resourceSubscriptions: ['test://one'] }, 2))).stream;
    await Promise.all([one, two].map((stream) => stream.method('notifications/subscriptions/acknowledged')));
    const [files] = harness.connector.watching('files');
    for (const kind of ['tools', 'prompts', 'resources']) files!.notify(`notifications/${kind}/list_changed`);
    files!.notify('notifications/resources/updated', { uri: 'test://one' });
    files!.notify('notifications/resources/updated', { uri: 'test://other' });
    files!.notify('notifications/message', { level: 'info', data: 'x' });
    await turns();
    expect(one.messages.slice(1)).toEqual([
      { jsonrpc: '2.0', method: 'notifications/tools/list_changed', params: { _meta: { [SUBSCRIPTION_ID]: 'one' } } },
    ]);
    expect(two.messages).toHaveLength(3);
    expect(two.messages).toEqual(
      expect.arrayContaining([
        { jsonrpc: '2.0', method: 'notifications/prompts/list_changed', params: { _meta: { [SUBSCRIPTION_ID]: 2 } } },
        { jsonrpc: '2.0', method: 'notifications/resources/updated', params: { uri: 'test://one', _meta: { [SUBSCRIPTION_ID]: 2 } } },
      ]),
    );
  });

  it('says the acknowledgement before anything that happens meanwhile', async () => {
    const harness = new GatewayHarness({ files: { resources: RESOURCES } });
    const first = (await harness.send(listening({ toolsListChanged: true }))).stream;
    await first.method('notifications/subscriptions/acknowledged');
    const [watch] = harness.connector.watching('files');
    watch!.lose();
    const { stream } = await harness.send(listening({ toolsListChanged: true, resourceSubscriptions: ['test://one'] }, 'late'));
    await turns();
    watch!.reopen();
    const acknowledged = await stream.method('notifications/subscriptions/acknowledged');
    expect(stream.messages[0]).toEqual(acknowledged);
    await stream.method('notifications/tools/list_changed');
  });

  it('honours no resource that its server does not, that no server has, or that the token may not see', async () => {
    const harness = new GatewayHarness({
      files: { resources: [{ uri: 'test://deaf', name: 'deaf' }, ...RESOURCES], honours: (uri) => uri !== 'test://deaf' },
      mail: { resources: [{ uri: 'mail://one', name: 'm' }] },
    });
    const uris = ['test://deaf', 'test://one', 'test://nowhere', 'mail://one'];
    const principal = { tools: new ToolScope(['files:*', 'mail:send']) };
    const { stream } = await harness.send(listening({ resourceSubscriptions: uris }, 1, { principal }));
    const { params } = await stream.method('notifications/subscriptions/acknowledged');
    expect(params.notifications).toEqual({ resourceSubscriptions: ['test://one'] });
    expect(harness.connector.watching('mail')).toEqual([]);
  });

  it('leaves no watch behind when the gateway stops', async () => {
    const harness = new GatewayHarness({ files: { resources: RESOURCES }, mail: {} });
    await harness.send(listening({ toolsListChanged: true, resourceSubscriptions: ['test://one'] }));
    await harness.send({ method: 'GET', headers: await harness.legacySession() });
    await turns();
    expect(harness.connector.watches).toHaveLength(2);
    await harness.gateway.drain();
    expect(harness.connector.watches.every(({ isClosed }) => isClosed)).toBe(true);
  });

  it('is over at once where nothing of it can be honoured', async () => {
    const harness = new GatewayHarness({ files: { resources: RESOURCES, honours: () => false } });
    const { stream } = await harness.send(listening({ resourceSubscriptions: ['test://one'] }));
    expect(await stream.last()).toMatchObject({ id: 'sub-1', result: { resultType: 'complete', _meta: { [SUBSCRIPTION_ID]: 'sub-1' } } });
    expect(stream.messages).toHaveLength(2);
  });

  it('ends with its client, and its watches a while later', async () => {
    const harness = new GatewayHarness({ files: { resources: RESOURCES } });
    const { stream } = await harness.send(listening({ toolsListChanged: true, resourceSubscriptions: ['test://one'] }));
    await stream.method('notifications/subscriptions/acknowledged');
    stream.drop();
    harness.clock.advance(10_000);
    expect(harness.connector.watching('files')).toEqual([]);
  });

  it.each([
    ['the gateway stops', (harness: GatewayHarness) => void harness.gateway.drain()],
    ['the token is revoked', (harness: GatewayHarness) => harness.gateway.endStreams('ws_acme:tok_1')],
    ['the workspace is removed', (harness: GatewayHarness) => harness.gateway.swap(tableOf([]))],
  ])('is answered and ends when %s', async (_what, end) => {
    const harness = new GatewayHarness({ files: {} });
    const { stream } = await harness.send(listening({ toolsListChanged: true }));
    await stream.method('notifications/subscriptions/acknowledged');
    end(harness);
    expect(await stream.last()).toEqual({
      jsonrpc: '2.0',
      id: 'sub-1',
      result: {
        resultType: 'complete',
        _meta: {
          [SUBSCRIPTION_ID]: 'sub-1',
          'io.modelcontextprotocol/serverInfo': { name: 'mcpnest-acme', title: 'Acme', version: '1.2.3' },
        },
      },
    });
  });

  it('leaves others alone when a token is revoked', async () => {
    const harness = new GatewayHarness({ files: {} });
    const { stream } = await harness.send(listening({ toolsListChanged: true }, 1, { principal: { tokenId: 'tok_2' } }));
    await stream.method('notifications/subscriptions/acknowledged');
    harness.gateway.endStreams('ws_acme:tok_1');
    expect(stream.ended).toBe(false);
  });

  it('tells the clients of a token that is limited to other tools that their lists changed, and updates of what it no longer sees end', async () => {
    const harness = new GatewayHarness({ files: { resources: RESOURCES }, mail: {} });
    const wish = { toolsListChanged: true, resourceSubscriptions: ['test://one'] };
    const mine = (await harness.send(listening(wish, 1))).stream;
    const others = (await harness.send(listening(wish, 2, { principal: { tokenId: 'tok_2' } }))).stream;
    await Promise.all([mine, others].map((stream) => stream.method('notifications/subscriptions/acknowledged')));
    const principal = { tokenId: 'tok_1', tokenName: 'ci', workspaceId: 'ws_acme', userId: null, tools: new ToolScope(['mail:*']) };
    harness.gateway.scopeChanged(principal);
    harness.connector.watching('files')[0]!.notify('notifications/resources/updated', { uri: 'test://one' });
    const heard = ({ messages }: typeof mine) => messages.slice(1).map(({ method }) => method);
    expect([heard(mine), heard(others)]).toEqual([['notifications/tools/list_changed'], ['notifications/resources/updated']]);
  });

  it('holds no place among the requests under way, but one among the open streams of its token', async () => {
    const limits = { ratePerSecond: 1_000, burst: 1_000, concurrency: 1 };
    const harness = new GatewayHarness({ files: {} }, [workspaceRoute([exposureRoute('files')], { limits })]);
    const answers = [];
    for (let n = 0; n < 65; n++) answers.push(await harness.send(listening({ toolsListChanged: true }, n)));
    expect(answers.slice(0, 64).every(({ status }) => status === 200)).toBe(true);
    expect([answers[64]!.status, answers[64]!.json.error.data.reason]).toEqual([429, 'gateway.session-limit']);
    answers[0]!.stream.drop();
    expect((await harness.send(listening({ toolsListChanged: true }, 66))).status).toBe(200);
  });

  it('counts against the rate of its token', async () => {
    const limits = { ratePerSecond: 1, burst: 1, concurrency: 10 };
    const harness = new GatewayHarness({ files: {} }, [workspaceRoute([exposureRoute('files')], { limits })]);
    await harness.send(listening({ toolsListChanged: true }, 1));
    expect((await harness.send(listening({ toolsListChanged: true }, 2))).json.error.data.reason).toBe('gateway.rate-limited');
  });

  it('publishes a rewritten URI where two servers have the same one', async () => {
    const exposures = [exposureRoute('files'), exposureRoute('mail', { createdAt: 2_000 })];
    const harness = new GatewayHarness({ files: { resources: RESOURCES }, mail: { resources: RESOURCES } }, [workspaceRoute(exposures)]);
    const { stream } = await harness.send(listening({ resourceSubscriptions: ['test://one', 'via-mail+test://one'] }));
    await stream.method('notifications/subscriptions/acknowledged');
    harness.connector.watching('mail')[0]!.notify('notifications/resources/updated', { uri: 'test://one' });
    harness.connector.watching('files')[0]!.notify('notifications/resources/updated', { uri: 'test://one' });
    expect(stream.messages.slice(1).map(({ params }) => params.uri)).toEqual(['via-mail+test://one', 'test://one']);
  });

  it('is told of a changed list once the new one is there', async () => {
    let isSlow = false;
    const server = {
      tools: [{ name: 'a' }],
      // Longer than a reader waits for a list that it knows.
      beforeList: () => (isSlow ? new Promise<void>((resolve) => harness.clock.after(1_000, resolve)) : undefined),
    };
    const harness: GatewayHarness = new GatewayHarness({ files: server });
    const { stream } = await harness.send(listening({ toolsListChanged: true }));
    await stream.method('notifications/subscriptions/acknowledged');
    const names = async () => (await harness.send(modern('tools/list'))).json.result.tools.map(({ name }: { name: string }) => name);
    expect(await names()).toEqual(['a']);
    server.tools = [{ name: 'b' }];
    isSlow = true;
    harness.connector.watching('files')[0]!.notify('notifications/tools/list_changed');
    await turns();
    harness.clock.advance(1_000);
    await stream.method('notifications/tools/list_changed');
    expect(await names()).toEqual(['b']);
  });
});

describe('a legacy session', () => {
  const GET = { method: 'GET' } as const;

  /** Opens a session with a GET stream. */
  const open = async (harness: GatewayHarness) => {
    const headers = await harness.legacySession();
    return { headers, stream: (await harness.send({ ...GET, headers })).stream };
  };

  const subscribe = (harness: GatewayHarness, headers: Record<string, string>, uri: unknown, method = 'resources/subscribe') =>
    harness.send({ body: legacy(method, { uri }), headers });

  it('is told of changed lists on its GET stream, in plain words', async () => {
    const harness = new GatewayHarness({ files: {} });
    const { stream } = await open(harness);
    await turns();
    harness.connector.watching('files')[0]!.notify('notifications/prompts/list_changed', { more: 'text' });
    expect(await stream.method('notifications/prompts/list_changed')).toEqual({
      jsonrpc: '2.0',
      method: 'notifications/prompts/list_changed',
    });
  });

  it('is told what changed in its workspace', async () => {
    const harness = new GatewayHarness({ files: {}, mail: {} }, [workspaceRoute([exposureRoute('files')])]);
    const { stream } = await open(harness);
    harness.gateway.swap(tableOf([workspaceRoute([exposureRoute('files'), exposureRoute('mail')])]));
    for (const kind of ['tools', 'prompts', 'resources']) await stream.method(`notifications/${kind}/list_changed`);
  });

  it('subscribes once the server honours it, and is told of updates until it unsubscribes', async () => {
    const harness = new GatewayHarness({ files: { resources: RESOURCES } });
    const { headers, stream } = await open(harness);
    expect((await subscribe(harness, headers, 'test://one')).json.result).toEqual({});
    const [watch] = harness.connector.watching('files');
    watch!.notify('notifications/resources/updated', { uri: 'test://one', title: 'x' });
    expect(await stream.method('notifications/resources/updated')).toEqual({
      jsonrpc: '2.0',
      method: 'notifications/resources/updated',
      params: { uri: 'test://one' },
    });
    expect((await subscribe(harness, headers, 'test://one', 'resources/unsubscribe')).json.result).toEqual({});
    await turns();
    expect(watch!.uris).toEqual([]);
  });

  it('is refused what is not honoured, not there, no URI, or asked without a session', async () => {
    const harness = new GatewayHarness({ files: { resources: RESOURCES, honours: () => false }, mail: {} });
    const { headers } = await open(harness);
    expect((await subscribe(harness, headers, 'test://one')).json.error).toMatchObject({
      code: -32602,
      data: { reason: 'gateway.subscription-refused' },
    });
    expect((await subscribe(harness, headers, 7)).json.error.code).toBe(-32602);
    expect((await subscribe(harness, {}, 'test://one')).json.error.data.reason).toBe('gateway.subscription-refused');
    await turns();
    expect(harness.connector.watching('files')[0]!.uris).toEqual([]);
  });

  it('keeps its subscriptions without a stream for a while, and has them back when it comes back', async () => {
    const harness = new GatewayHarness({ files: { resources: RESOURCES } });
    const { headers, stream } = await open(harness);
    await subscribe(harness, headers, 'test://one');
    stream.drop();
    harness.clock.advance(20_000);
    expect(harness.connector.watching('files')).toHaveLength(1);
    harness.clock.advance(10_000);
    harness.clock.advance(10_000);
    expect(harness.connector.watching('files')).toEqual([]);
    const again = (await harness.send({ ...GET, headers })).stream;
    await turns();
    harness.connector.watching('files')[0]!.notify('notifications/resources/updated', { uri: 'test://one' });
    await again.method('notifications/resources/updated');
  });

  it('has its subscriptions back after a restart of the gateway', async () => {
    const before = new GatewayHarness({ files: { resources: RESOURCES } });
    const { headers } = await open(before);
    await subscribe(before, headers, 'test://one');
    const after = new GatewayHarness({ files: { resources: RESOURCES } }, undefined, before.sessions);
    const { stream } = await after.send({ ...GET, headers });
    await turns();
    after.connector.watching('files')[0]!.notify('notifications/resources/updated', { uri: 'test://one' });
    await stream.method('notifications/resources/updated');
  });

  it('may set a log level that exists', async () => {
    const harness = new GatewayHarness({ files: {} });
    const headers = await harness.legacySession();
    const set = (level: unknown, more = headers) => harness.send({ body: legacy('logging/setLevel', { level }), headers: more });
    expect((await set('warning')).json.result).toEqual({});
    expect((await set('warning', TAKES_STREAMS as never)).json.result).toEqual({});
    expect((await set('loud')).json.error.code).toBe(-32602);
    const session = await harness.sessions.find('ws_acme:tok_1', headers['mcp-session-id']!);
    expect(session).toMatchObject({ record: { logLevel: 'warning' } });
  });
});
