import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema, ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { connectSdkClientV2 } from '../clients/connect-sdk-client.js';
import { startFakeUpstream, type FakeUpstream } from './fake-upstream.js';
import type { FakeUpstreamOptions } from './fake-options.js';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0).reverse()) await each.close();
});
async function start(options: FakeUpstreamOptions): Promise<FakeUpstream> {
  const fake = await startFakeUpstream({
    prompts: [{ name: 'greet' }],
    resources: [{ uri: 'test://one', name: 'one' }],
    templates: [{ uriTemplate: 'test://many/{id}', name: 'many' }],
    complete: () => ['a', 'b'],
    ...options,
  });
  closing.push(fake);
  return fake;
}
async function connect(fake: FakeUpstream): Promise<Client> {
  const client = new Client({ name: 'testkit', version: '1.0.0' }, { capabilities: { elicitation: {} } });
  const url = new URL(fake.url);
  const transport = url.pathname === '/sse' ? new SSEClientTransport(url) : new StreamableHTTPClientTransport(url);
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  closing.push(client);
  return client;
}

describe.each<[string, FakeUpstreamOptions]>([
  ['HTTP+SSE', { era: 'sse', legacyVersion: '2024-11-05' }],
  ['legacy Streamable HTTP', { era: 'legacy', sessions: true }],
  ['legacy Streamable HTTP with event ids', { era: 'legacy', sessions: true, eventIds: true }],
])('the official client and the fake over %s', (_name, options) => {
  test('agree on lists, prompts, resources, completion and subscriptions', async () => {
    const fake = await start(options);
    const client = await connect(fake);
    expect((await client.listTools()).tools).toHaveLength(2);
    expect((await client.listResourceTemplates()).resourceTemplates).toHaveLength(1);
    expect((await client.getPrompt({ name: 'greet' })).messages).toHaveLength(1);
    expect((await client.readResource({ uri: 'test://many/7' })).contents).toHaveLength(1);
    const ref = { type: 'ref/prompt' as const, name: 'greet' };
    expect((await client.complete({ ref, argument: { name: 'x', value: '' } })).completion.values).toEqual(['a', 'b']);
    await client.subscribeResource({ uri: 'test://one' });
    await expect(client.readResource({ uri: 'test://none' })).rejects.toMatchObject({ code: -32002 });
  });
  test.each(['call', 'session'] as const)('agree on questions on the stream of the %s, progress and notifications', async (via) => {
    const fake = await start(options);
    const client = await connect(fake);
    client.setRequestHandler(ElicitRequestSchema, () => ({ action: 'accept', content: { name: 'Ada' } }));
    fake.script('echo', async (call) => {
      call.progress(1, 2);
      const { result } = await call.ask(
        'elicitation/create',
        { message: 'Who?', requestedSchema: { type: 'object', properties: {} } },
        via,
      );
      return { content: [{ type: 'text', text: JSON.stringify(result) }] };
    });
    const steps: number[] = [];
    const answer = await client.callTool({ name: 'echo' }, undefined, { onprogress: ({ progress }) => steps.push(progress) });
    expect(answer.content).toEqual([{ type: 'text', text: expect.stringContaining('Ada') }]);
    expect(steps).toEqual([1]);
    if (fake.openStreams.standing === 0) await fake.arrival('GET');
    const heard = new Promise<void>((resolve) => client.setNotificationHandler(ToolListChangedNotificationSchema, () => resolve()));
    fake.tell('notifications/tools/list_changed');
    await heard;
  });
  test('agree on cancellation by notification', async () => {
    const fake = await start(options);
    const client = await connect(fake);
    const cancelled = new Promise<void>((resolve) => fake.script('echo', (call) => call.cancelled.then(resolve)));
    const stop = new AbortController();
    const call = client.callTool({ name: 'echo' }, undefined, { signal: stop.signal }).catch((error: unknown) => error);
    await fake.arrival('tools/call');
    stop.abort();
    await cancelled;
    expect(await call).toBeInstanceOf(Error);
  });
});

test('the official client comes back for an answer after the fake let it go', async () => {
  const fake = await start({ era: 'legacy', sessions: true, eventIds: true });
  const client = await connect(fake);
  await fake.arrival('GET');
  fake.script('echo', async (call) => {
    call.log('info', 'first');
    call.cut(10);
    await fake.arrival('GET');
    return { content: [{ type: 'text', text: 'after' }] };
  });
  expect(await client.callTool({ name: 'echo' })).toMatchObject({ content: [{ text: 'after' }] });
  expect(fake.messages('GET').at(-1)!.headers['last-event-id']).toMatch(/^s\d+\.2$/);
});

test('the official modern client hears list changes on a listen stream, and comes back with the state of a call', async () => {
  const fake = await start({ era: 'modern' });
  const client = await connectSdkClientV2(fake.url);
  closing.push(client);
  let heard!: () => void;
  const changed = new Promise<void>((resolve) => (heard = resolve));
  client.setNotificationHandler('notifications/tools/list_changed', () => heard());
  const subscription = await client.listen({ toolsListChanged: true });
  fake.tell('notifications/prompts/list_changed');
  fake.tell('notifications/tools/list_changed');
  await changed;
  await subscription.close();
  fake.script('echo', ({ params }) =>
    params['requestState'] === 'half'
      ? { content: [{ type: 'text', text: 'done' }] }
      : { resultType: 'input_required', requestState: 'half' },
  );
  expect(await client.callTool({ name: 'echo' })).toMatchObject({ content: [{ text: 'done' }] });
});
