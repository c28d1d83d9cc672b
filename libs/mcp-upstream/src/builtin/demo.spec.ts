import fc from 'fast-check';
import { callRequest, quiet } from '../testing/upstream-fixtures.js';
import { listDemoTools, sendToDemo } from './demo.js';

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

describe('demo server', () => {
  test('describes every tool for people and machines', () => {
    const { tools, era } = listDemoTools();
    expect(era).toBe('modern');
    for (const { name, text } of tools) {
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
    const tools = listDemoTools()
      .tools.map(({ name }) => name)
      .filter((name) => name !== 'slow_count');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tools), fc.json(), async (name, json) => {
        const { reply } = await sendToDemo(callRequest(name, JSON.parse(json)), quiet());
        expect(reply.kind).toBe('result');
      }),
    );
  });
  test('knows no other tool and no other method', async () => {
    expect((await sendToDemo(callRequest('constructor'), quiet())).reply.error?.code).toBe(-32602);
    expect((await sendToDemo(callRequest('x', {}, { method: 'prompts/list', params: [] }), quiet())).reply.error?.code).toBe(-32601);
    expect(
      JSON.parse((await sendToDemo(callRequest('x', {}, { method: 'tools/list', params: [] }), quiet())).reply.resultText!),
    ).toMatchObject({ tools: expect.any(Array) });
  });
});
