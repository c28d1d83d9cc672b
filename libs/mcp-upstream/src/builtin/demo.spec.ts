import type { UpstreamReply } from '@mcpnest/mcp-protocol';
import fc from 'fast-check';
import { callRequest, quiet } from '../testing/upstream-fixtures.js';
import { listDemo, sendToDemo } from './demo.js';

interface Result {
  content: { type: string; text: string }[];
  isError: boolean;
  structuredContent?: Record<string, unknown>;
}
const call = async (name: string, input?: unknown): Promise<Result> => {
  const { reply } = await sendToDemo(callRequest(name, input), quiet());
  return JSON.parse(reply.resultText!) as Result;
};
const say = async (name: string, input?: unknown): Promise<string> => (await call(name, input)).content[0]!.text;

const answer = async (method: string, params: Record<string, unknown> = {}): Promise<UpstreamReply> => {
  const entries = Object.entries(params).map(([key, value]): [string, string] => [key, JSON.stringify(value)]);
  return (await sendToDemo(callRequest('', {}, { method, params: entries }), quiet())).reply;
};
const ask = async (...request: Parameters<typeof answer>): Promise<unknown> => JSON.parse((await answer(...request)).resultText!);
const refusal = async (...request: Parameters<typeof answer>): Promise<unknown> => (await answer(...request)).error;

describe('demo server', () => {
  test('describes every tool for people and machines', () => {
    const { items, facts } = listDemo('tools');
    expect(facts.era).toBe('modern');
    for (const { key: name, text } of items) {
      const definition = JSON.parse(text) as Record<string, unknown>;
      expect(name).toMatch(/^[a-z][a-z_]{1,45}$/);
      expect(definition).toMatchObject({
        name,
        title: expect.any(String),
        description: expect.stringMatching(/\.$/),
        inputSchema: { type: 'object', properties: expect.any(Object), additionalProperties: false },
        annotations: { readOnlyHint: true, openWorldHint: false },
      });
    }
  });
  test('echo repeats', async () => expect(await say('echo', { message: 'Grüße 🎈' })).toBe('Grüße 🎈'));
  test('add adds', async () =>
    expect(await call('add', { a: 2, b: 40 })).toMatchObject({ structuredContent: { sum: 42 }, isError: false }));
  test('current_time knows zones', async () =>
    expect((await call('current_time', { timezone: 'Asia/Tokyo' })).structuredContent).toMatchObject({
      timezone: 'Asia/Tokyo',
      utc: expect.stringMatching(/Z$/),
    }));
  test('random_uuid makes UUIDs', async () =>
    expect(await say('random_uuid')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
  test('text_statistics counts', async () =>
    expect((await call('text_statistics', { text: 'one two\nthree 🎈' })).structuredContent).toEqual({
      characters: 15,
      words: 4,
      lines: 2,
    }));
  test.each([
    [100, 'celsius', 'fahrenheit', 212],
    [32, 'fahrenheit', 'celsius', 0],
    [0, 'kelvin', 'celsius', -273.15],
    [20, 'celsius', 'celsius', 20],
  ])('convert_temperature takes %d %s to %s', async (value, from, to, expected) => {
    expect((await call('convert_temperature', { value, from, to })).structuredContent).toEqual({ value: expected, scale: to });
  });
  test('roll_dice adds up what it rolled', async () => {
    const { rolls, total } = (await call('roll_dice', { dice: 5, sides: 6 })).structuredContent as { rolls: number[]; total: number };
    expect(rolls).toHaveLength(5);
    expect(rolls.every((roll) => Number.isInteger(roll) && roll >= 1 && roll <= 6)).toBe(true);
    expect(rolls.reduce((sum, roll) => sum + roll, 0)).toBe(total);
  });
  test('slow_count counts', async () => expect(await say('slow_count', { to: 1 })).toBe('1'));
  test('always_fails fails as a tool, not as a server', async () => expect(await call('always_fails')).toMatchObject({ isError: true }));
  test.each<[string, unknown]>([
    ['echo', {}],
    ['echo', { message: 5 }],
    ['echo', { message: 'x'.repeat(100_001) }],
    ['echo', []],
    ['echo', null],
    ['add', { a: '1', b: 2 }],
    ['add', { a: 1e308, b: 1e308 }],
    ['current_time', { timezone: 'Mars/Base' }],
    ['current_time', { timezone: 7 }],
    ['convert_temperature', { value: -1, from: 'kelvin', to: 'celsius' }],
    ['convert_temperature', { value: 1, from: 'toString', to: 'celsius' }],
    ['roll_dice', { dice: 1e9 }],
    ['roll_dice', { sides: 1.5 }],
    ['slow_count', { to: 10_000 }],
  ])('%s says what is wrong with %j', async (name, input) => {
    expect(await call(name, input)).toMatchObject({ isError: true, content: [{ type: 'text', text: expect.stringMatching(/\.$/) }] });
  });
  test('answers any tool and any arguments in bounded time without throwing', async () => {
    const tools = listDemo('tools')
      .items.map(({ key }) => key)
      .filter((name) => name !== 'slow_count');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tools), fc.json(), async (name, json) => {
        const { reply } = await sendToDemo(callRequest(name, JSON.parse(json), { clientCapabilities: { elicitation: {} } }), quiet());
        expect(reply.kind).toBe('result');
      }),
    );
  });
  test('knows no other tool and no other method', async () => {
    expect((await sendToDemo(callRequest('constructor'), quiet())).reply.error?.code).toBe(-32602);
    expect((await sendToDemo(callRequest('x', {}, { method: 'no/such', params: [] }), quiet())).reply.error?.code).toBe(-32601);
    expect(
      JSON.parse((await sendToDemo(callRequest('x', {}, { method: 'tools/list', params: [] }), quiet())).reply.resultText!),
    ).toMatchObject({ tools: expect.any(Array) });
  });

  test('every list method gives what the list holds', async () => {
    for (const [kind, method, member] of [
      ['prompts', 'prompts/list', 'prompts'],
      ['resources', 'resources/list', 'resources'],
      ['templates', 'resources/templates/list', 'resourceTemplates'],
    ] as const) {
      const result = (await ask(method)) as Record<string, unknown[]>;
      expect(result[member]).toEqual(listDemo(kind).items.map(({ text }) => JSON.parse(text) as unknown));
      expect(result).toMatchObject({ resultType: 'complete', ttlMs: expect.any(Number), cacheScope: 'public' });
    }
  });
  test('every listed prompt and resource can be had', async () => {
    for (const { key } of listDemo('prompts').items)
      expect(await ask('prompts/get', { name: key, arguments: { name: 'Ada', language: 'Finnish' } })).toMatchObject({
        messages: [{ role: 'user', content: { type: 'text', text: expect.any(String) } }],
      });
    for (const { key, text } of listDemo('resources').items)
      expect(await ask('resources/read', { uri: key })).toMatchObject({
        contents: [{ uri: key, mimeType: (JSON.parse(text) as { mimeType: string }).mimeType }],
      });
    expect(await ask('resources/read', { uri: 'demo://greetings/finnish' })).toMatchObject({ contents: [{ text: 'Hei' }] });
  });
  test.each<[string, Record<string, unknown>]>([
    ['prompts/get', { name: 'write_greeting' }],
    ['prompts/get', { name: 'write_greeting', arguments: { name: 'Ada', language: 'klingon' } }],
    ['prompts/get', { name: 'write_greeting', arguments: [] }],
    ['prompts/get', { name: 'constructor' }],
    ['resources/read', { uri: 'demo://greetings/klingon' }],
    ['resources/read', { uri: 'file:///etc/passwd' }],
    ['resources/read', {}],
    ['completion/complete', { ref: 'write_greeting' }],
  ])('%s refuses %j', async (method, params) => expect(await refusal(method, params)).toMatchObject({ code: -32602 }));
  test('completes languages, of the prompt and of the template', async () => {
    const argument = { name: 'language', value: 'F' };
    for (const ref of [
      { type: 'ref/prompt', name: 'write_greeting' },
      { type: 'ref/resource', uri: 'demo://greetings/{language}' },
    ])
      expect(await ask('completion/complete', { ref, argument })).toMatchObject({ completion: { values: ['finnish', 'french'] } });
    expect(await ask('completion/complete', { ref: { name: 'explain_tools' }, argument })).toMatchObject({ completion: { values: [] } });
  });
  test('slow_count tells those who want to know how far it is', async () => {
    const heard: unknown[] = [];
    const listener = { notified: (...said: unknown[]) => heard.push(said), asked: () => undefined };
    await sendToDemo(callRequest('slow_count', { to: 2 }, { listener, wantsProgress: true }), quiet());
    expect(heard).toEqual([1, 2].map((progress) => ['notifications/progress', JSON.stringify({ progressToken: 1, progress, total: 2 })]));
    await sendToDemo(callRequest('slow_count', { to: 1 }, { listener }), quiet());
    expect(heard).toHaveLength(2);
  });
});

describe('greet_me', () => {
  const round = async (inputResponses: unknown, elicitation: unknown = {}): Promise<Record<string, unknown>> => {
    const params = [['name', '"greet_me"'], ...(inputResponses ? [['inputResponses', JSON.stringify(inputResponses)]] : [])] as [
      string,
      string,
    ][];
    const { reply } = await sendToDemo(callRequest('', {}, { params, clientCapabilities: elicitation ? { elicitation } : {} }), quiet());
    return JSON.parse(reply.resultText ?? JSON.stringify(reply.error)) as Record<string, unknown>;
  };
  test('asks for a name, and greets whoever gives one', async () => {
    expect(await round(undefined)).toMatchObject({
      resultType: 'input_required',
      inputRequests: { name: { method: 'elicitation/create', params: { mode: 'form', requestedSchema: { type: 'object' } } } },
    });
    expect(await round({ name: { action: 'accept', content: { name: ' Ada ' } } })).toMatchObject({ content: [{ text: 'Hello, Ada!' }] });
  });
  test.each(['decline', 'cancel'])('takes %s for an answer', async (action) =>
    expect(await round({ name: { action } })).toMatchObject({ content: [{ text: 'Hello, whoever you are!' }] }),
  );
  test.each<[unknown]>([
    [{ name: { action: 'accept' } }],
    [{ name: { action: 'accept', content: { name: '' } } }],
    [{ other: 1 }],
    [[]],
    [{ name: null }],
  ])('asks again after %j', async (answers) => expect(await round(answers)).toMatchObject({ resultType: 'input_required' }));
  test('says what it needs where the client cannot show a form', async () => {
    expect(await round(undefined, null)).toMatchObject({ code: -32021, dataText: '{"requiredCapabilities":{"elicitation":{"form":{}}}}' });
    expect(await round(undefined, { url: {} })).toMatchObject({ code: -32021 });
    expect(await round(undefined, { form: {} })).toMatchObject({ resultType: 'input_required' });
  });
});
