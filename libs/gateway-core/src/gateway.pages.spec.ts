import fc from 'fast-check';
import { ToolScope } from './policy/tool-scope.js';
import { exposureRoute, GatewayHarness, legacy, modern, workspaceRoute, type ScriptedServer } from './testing/index.js';

const many = (count: number, prefix = 'n'): ScriptedServer['tools'] =>
  Array.from({ length: count }, (_, index) => ({ name: `${prefix}${index}` }));
const open = (tools: ScriptedServer['tools'] = many(2_500)): GatewayHarness => new GatewayHarness({ one: { tools, resources: [] } });
const page = async (harness: GatewayHarness, cursor?: unknown, method = 'tools/list', principal = {}): Promise<any> =>
  (await harness.send({ body: legacy(method, cursor === undefined ? {} : { cursor }), principal })).json;
const UNKNOWN = { code: -32602, data: { reason: 'gateway.cursor-unknown' } };

describe('a list that is too long for one page', () => {
  it('comes in pages that together hold everything once and in order', async () => {
    const harness = open();
    const names: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const { result } = await page(harness, cursor);
      names.push(...result.tools.map(({ name }: { name: string }) => name));
      cursor = result.nextCursor;
      pages++;
    } while (cursor !== undefined);
    expect(pages).toBe(3);
    expect(names).toEqual(many(2_500)!.map(({ name }) => name));
  });

  it('has pages of no more than a mebibyte', async () => {
    const description = 'x'.repeat(60_000);
    const { result } = await page(open(many(40)!.map((tool) => ({ ...tool, description }))));
    expect(JSON.stringify(result).length).toBeLessThan(1_100_000);
    expect(result.nextCursor).toEqual(expect.any(String));
  });

  it('refuses its cursor for another list, for another token, and once it changed', async () => {
    const harness = open();
    const { nextCursor } = (await page(harness)).result;
    expect((await page(harness, nextCursor, 'resources/list')).error).toMatchObject(UNKNOWN);
    expect((await page(harness, nextCursor, 'tools/list', { tokenId: 'tok_2' })).error).toMatchObject(UNKNOWN);
    expect((await page(harness, nextCursor, 'tools/list', { tools: new ToolScope(['one:*']) })).result.tools).toHaveLength(1_000);
    harness.connector.servers['one'] = { tools: many(2_500, 'm') };
    harness.clock.advance(6_000);
    expect((await page(harness, nextCursor)).error).toMatchObject(UNKNOWN);
  });

  it('takes no cursor that it did not give out', async () => {
    const harness = open();
    const cursor = fc.oneof(fc.string(), fc.jsonValue(), fc.constant(''), fc.base64String());
    await fc.assert(fc.asyncProperty(cursor, async (each) => expect((await page(harness, each)).error).toMatchObject(UNKNOWN)));
  });
});

describe('caching hints of a list', () => {
  const servers: Record<string, ScriptedServer> = {
    quick: { era: 'modern', tools: [{ name: 'a' }], ttlMs: 2_000, isPublic: true },
    slow: { era: 'modern', tools: [{ name: 'b' }], ttlMs: 30_000, isPublic: true },
  };
  const hints = async (harness: GatewayHarness, principal = {}): Promise<unknown> => {
    const { json } = await harness.send({ ...modern('tools/list'), principal });
    return [json.result.ttlMs, json.result.cacheScope];
  };

  it('are those of the least fresh contribution, and shrink as it ages', async () => {
    const harness = new GatewayHarness(servers);
    expect(await hints(harness)).toEqual([2_000, 'public']);
    harness.clock.advance(500);
    expect(await hints(harness)).toEqual([1_500, 'public']);
  });

  it('are private where the token sees a part only, or where one server says so', async () => {
    expect(await hints(new GatewayHarness(servers), { tools: new ToolScope(['quick:*']) })).toEqual([2_000, 'private']);
    expect(await hints(new GatewayHarness({ ...servers, slow: { ...servers['slow']!, isPublic: false } }))).toEqual([2_000, 'private']);
  });

  it('allow nothing where a legacy server contributes, and ignore one that does not', async () => {
    expect(await hints(new GatewayHarness({ ...servers, old: { tools: [{ name: 'c' }] } }))).toEqual([0, 'private']);
    expect(await hints(new GatewayHarness({ ...servers, old: { prompts: [] } }))).toEqual([2_000, 'public']);
  });

  it('are not told to legacy clients', async () => {
    expect((await new GatewayHarness(servers).send({ body: legacy('tools/list') })).json.result).toEqual({ tools: expect.any(Array) });
  });
});

describe('definitions for older revisions', () => {
  const outputSchema = { type: 'object', properties: {} };
  const tools = [
    { name: 'a', title: 'A', annotations: { readOnlyHint: true }, outputSchema },
    { name: 'b', outputSchema: { type: 'array', items: { type: 'string' }, $schema: 'https://json-schema.org/draft/2020-12/schema' } },
    { name: 'c', outputSchema: { anyOf: [{ type: 'object' }, { type: 'null' }] } },
    { name: 'd', inputSchema: { properties: { x: {} } } },
  ];
  const listed = async (revision: string): Promise<Record<string, any>> => {
    const harness = new GatewayHarness({ one: { era: 'modern', tools } });
    const body = legacy('tools/list');
    const { json } =
      revision === 'modern'
        ? await harness.send(modern('tools/list'))
        : await harness.send({ body, headers: await harness.legacySession(revision) });
    return Object.fromEntries(json.result.tools.map(({ name, ...rest }: { name: string }) => [name, rest]));
  };

  it('keep everything for modern clients', async () => {
    expect(await listed('modern')).toMatchObject({ a: { title: 'A', outputSchema }, b: { outputSchema: { type: 'array' } } });
  });

  it('describe results that are always objects for legacy ones', async () => {
    const { a, b, c } = await listed('2025-11-25');
    expect(a).toMatchObject({ title: 'A', annotations: {}, outputSchema });
    expect(b.outputSchema).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: { result: { type: 'array', items: { type: 'string' } } },
      required: ['result'],
    });
    expect(c).not.toHaveProperty('outputSchema');
  });

  it('lose what the revision did not have', async () => {
    expect((await listed('2025-03-26'))['a']).toEqual({ inputSchema: { type: 'object' }, annotations: { readOnlyHint: true } });
    expect((await listed('2024-11-05'))['a']).toEqual({ inputSchema: { type: 'object' } });
  });

  it('are whole for who names no revision and keeps no session', async () => {
    const { json } = await new GatewayHarness({ one: { tools } }).send({ body: legacy('tools/list') });
    expect(json.result.tools[0]).toMatchObject({ title: 'A', outputSchema });
  });

  it('name the type of the arguments where the server left it out', async () => {
    expect((await listed('2025-11-25'))['d'].inputSchema).toEqual({ properties: { x: {} }, type: 'object' });
  });

  it('are written for each kind of reader from one fetch', async () => {
    const harness = new GatewayHarness({ one: { tools } }, [workspaceRoute([exposureRoute('one')])]);
    const headers = await harness.legacySession('2025-03-26');
    await harness.send({ body: legacy('tools/list'), headers });
    await harness.send(modern('tools/list'));
    expect(harness.connector.lists).toBe(1);
  });
});
