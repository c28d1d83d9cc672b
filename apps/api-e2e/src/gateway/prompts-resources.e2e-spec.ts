import { connectSdkClientV1, connectSdkClientV2, startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import type { PublishedPrompt, PublishedResource } from '@mcpnest/api-client';
import { givenInstallation, givenRoute, givenToken, type Installation, type Route } from '../harness/given.js';
import { GatewayClient } from '../harness/gateway-client.js';

const OFFERS = {
  prompts: [{ name: 'greet', title: 'Greet', arguments: [{ name: 'who', required: true }] }],
  resources: [{ uri: 'test://both', name: 'both', mimeType: 'text/plain' }],
  templates: [{ uriTemplate: 'test://item/{id}', name: 'item' }],
  complete: () => ['Ann', 'Bob'],
};

const CLIENTS = [
  ['@modelcontextprotocol/sdk 1.x', (url: string, token: string) => connectSdkClientV1(url, token)],
  ['@modelcontextprotocol/client 2.x in auto', (url: string, token: string) => connectSdkClientV2(url, token, 'auto')],
] as const;

/** What both libraries have in common. */
type AnyClient = Awaited<ReturnType<(typeof CLIENTS)[0][1]>>;

describe('prompts and resources of servers of both eras through one URL', () => {
  let installation: Installation;
  let older: FakeUpstream;
  let newer: FakeUpstream;
  let route: Route;

  beforeAll(async () => {
    [older, newer, installation] = await Promise.all([
      startFakeUpstream({ ...OFFERS, era: 'legacy', sessions: true, instructions: 'Mind the gap.' }),
      startFakeUpstream({ ...OFFERS, era: 'modern' }),
      givenInstallation(),
    ]);
    route = await givenRoute(installation.operator, [
      { url: older.url, wish: { slug: 'older' } },
      { url: newer.url, wish: { slug: 'newer' }, exposure: { toolPrefix: 'n_' } },
    ]);
    await route.client.list();
  }, 90_000);

  afterAll(async () => {
    await Promise.all([older?.close(), newer?.close(), installation?.server.remove()]);
  }, 60_000);

  describe.each(CLIENTS)('%s', (_name, connect) => {
    let client: AnyClient;

    beforeAll(async () => {
      client = (await connect(route.client.url, route.token.token)) as AnyClient;
    });
    afterAll(() => client?.close());

    it('is told what the servers can do, and how to use them', () => {
      expect(client.getServerCapabilities()).toMatchObject({
        prompts: { listChanged: true },
        resources: { listChanged: true, subscribe: true },
        completions: {},
      });
      expect(client.getInstructions()).toBe('## older\n\nMind the gap.');
    });

    it('lists and gets prompts', async () => {
      const { prompts } = await client.listPrompts();
      expect(prompts.map(({ name, title }) => [name, title])).toEqual([
        ['greet', 'Greet'],
        ['n_greet', 'Greet'],
      ]);
      const { messages } = await client.getPrompt({ name: 'n_greet', arguments: { who: 'Ann' } });
      expect(messages).toEqual([{ role: 'user', content: { type: 'text', text: 'greet {"who":"Ann"}' } }]);
    });

    it('completes an argument', async () => {
      const ref = { type: 'ref/prompt' as const, name: 'n_greet' };
      const { completion } = await client.complete({ ref, argument: { name: 'who', value: '' } });
      expect(completion.values).toEqual(['Ann', 'Bob']);
    });

    it('lists resources and templates, and reads each from its own server', async () => {
      expect((await client.listResources()).resources.map(({ uri }) => uri)).toEqual(['test://both', 'via-newer+test://both']);
      expect((await client.listResourceTemplates()).resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
        'test://item/{id}',
        'via-newer+test://item/{id}',
      ]);
      for (const [uri, upstream, own] of [
        ['test://both', older, 'test://both'],
        ['via-newer+test://both', newer, 'test://both'],
        ['test://item/5', older, 'test://item/5'],
        ['via-newer+test://item/5', newer, 'test://item/5'],
      ] as const) {
        const { contents } = await client.readResource({ uri });
        expect(contents).toMatchObject([{ uri, text: `contents of ${own}` }]);
        expect(upstream.messages('resources/read').at(-1)?.message.params).toMatchObject({ uri: own });
      }
    });

    it('is told which resource does not exist', async () => {
      await expect(client.readResource({ uri: 'nope://x' })).rejects.toMatchObject({ data: { uri: 'nope://x' } });
    });
  });

  it('hides them from a token that is limited to tools', async () => {
    const { token } = await givenToken(installation.operator, route.workspace.slug, { tools: ['older:echo', 'newer:*'] });
    const limited = new GatewayClient(route.client.url, token);
    const ask = async (method: string, params: object): Promise<unknown> => {
      const { json } = await limited.post({ jsonrpc: '2.0', id: 1, method, params });
      return json.error?.data?.reason ?? json.result;
    };
    expect(await ask('prompts/list', {})).toMatchObject({ prompts: [{ name: 'n_greet' }] });
    expect(await ask('resources/list', {})).toMatchObject({ resources: [{ uri: 'via-newer+test://both' }] });
    expect(await ask('prompts/get', { name: 'greet' })).toBe('gateway.prompt-unknown');
    expect(await ask('resources/read', { uri: 'test://item/5' })).toBe('gateway.resource-unknown');
  });

  it('shows them over REST', async () => {
    const { slug } = route.workspace;
    const prompts = await installation.operator.get<{ data: PublishedPrompt[] }>(`/workspaces/${slug}/prompts`);
    expect(prompts.data.map(({ name, server, prompt }) => [name, server, prompt])).toEqual([
      ['greet', 'older', 'greet'],
      ['n_greet', 'newer', 'greet'],
    ]);
    const resources = await installation.operator.get<{ data: PublishedResource[] }>(`/workspaces/${slug}/resources`);
    expect(resources.data.map(({ kind, uri, originalUri }) => [kind, uri, originalUri])).toEqual([
      ['resource', 'test://both', 'test://both'],
      ['resource', 'via-newer+test://both', 'test://both'],
      ['template', 'test://item/{id}', 'test://item/{id}'],
      ['template', 'via-newer+test://item/{id}', 'test://item/{id}'],
    ]);
  });
});
