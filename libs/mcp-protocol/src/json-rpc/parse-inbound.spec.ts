import fc from 'fast-check';
import { memberString, memberText } from './message.js';
import type { InboundBatch, InboundMessage, MessageFault } from './message.js';
import { parseInbound } from './parse-inbound.js';

const message = (body: unknown): InboundMessage => {
  const parsed = parseInbound(typeof body === 'string' ? body : JSON.stringify(body));
  if (parsed.kind === 'fault' || parsed.kind === 'batch') throw new Error(JSON.stringify(parsed));
  return parsed;
};
const fault = (body: unknown): MessageFault => {
  const parsed = parseInbound(typeof body === 'string' ? body : JSON.stringify(body));
  if (parsed.kind !== 'fault') throw new Error(`accepted as ${parsed.kind}`);
  return parsed;
};

describe('parseInbound: messages', () => {
  it('reads a request with its id, method, name and meta, and keeps the text', () => {
    const text =
      '{"jsonrpc":"2.0","id":"a\\u0062","method":"tools\\/call","params":{"name":"ech\\u006f","arguments":{"n":1.50},"_meta":{"progressToken":5}}}';
    const parsed = message(text);
    expect(parsed).toMatchObject({
      text,
      kind: 'request',
      id: 'ab',
      idText: '"a\\u0062"',
      method: 'tools/call',
      name: 'echo',
      meta: { progressToken: 5 },
    });
    expect(memberText(parsed, 'arguments')).toBe('{"n":1.50}');
    expect(memberString(parsed, 'name')).toBe('echo');
  });

  it('reads a notification, with no id to answer', () => {
    expect(message({ jsonrpc: '2.0', method: 'notifications/initialized' })).toMatchObject({
      kind: 'notification',
      id: undefined,
      idText: 'null',
      params: undefined,
      meta: undefined,
      name: undefined,
    });
  });

  it('reads responses of both kinds and keeps what they carry', () => {
    expect(message({ jsonrpc: '2.0', id: 1, result: { a: 1 } })).toMatchObject({
      kind: 'response',
      id: 1,
      method: '',
      answer: { kind: 'result', text: '{"a":1}' },
    });
    expect(message({ jsonrpc: '2.0', id: 1, error: { code: -1, message: 'no' } })).toMatchObject({
      kind: 'response',
      answer: { kind: 'error', text: '{"code":-1,"message":"no"}' },
    });
    expect(message({ jsonrpc: '2.0', id: null, error: { code: -1, message: 'no' } })).toMatchObject({
      kind: 'response',
      id: undefined,
      idText: 'null',
    });
  });

  it('has no name when params.name is no string, and no member texts without params', () => {
    const parsed = message({ jsonrpc: '2.0', id: 1, method: 'm', params: { name: 5 } });
    expect(parsed.name).toBeUndefined();
    expect(memberString(parsed, 'name')).toBeUndefined();
    expect(memberText(parsed, 'absent')).toBeUndefined();
    expect(memberText(message({ jsonrpc: '2.0', id: 1, method: 'm' }), 'name')).toBeUndefined();
  });

  it.each([
    '""',
    '"x"',
    JSON.stringify('y'.repeat(256)),
    JSON.stringify('\u0001'.repeat(256)),
    '0',
    '-5',
    '9007199254740991',
    '1.0',
    '1e3',
  ])('accepts the id %s and repeats it as written', (idText) => {
    expect(message(`{"jsonrpc":"2.0","id":${idText},"method":"m"}`).idText).toBe(idText);
  });

  it.each([
    JSON.stringify('y'.repeat(257)),
    `"${'\\u0041'.repeat(257)}"`,
    JSON.stringify('y'.repeat(10_000)),
    '1.5',
    '9007199254740992',
    '1e400',
    'true',
    '{}',
    '[1]',
    `1${'0'.repeat(40)}`,
    `1.${'0'.repeat(40)}`,
  ])('refuses the id %.40s', (idText) => {
    expect(fault(`{"jsonrpc":"2.0","id":${idText},"method":"m"}`)).toMatchObject({ code: -32600, reason: 'id', idText: 'null' });
  });

  it('never gives a prototype to hostile meta', () => {
    const { meta } = message('{"jsonrpc":"2.0","id":1,"method":"m","params":{"_meta":{"__proto__":{"polluted":1}}}}');
    expect(Object.getPrototypeOf(meta)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('parseInbound: batches', () => {
  it('reads each element', () => {
    const batch = parseInbound('[{"jsonrpc":"2.0","id":1,"method":"a"},{"jsonrpc":"2.0","method":"b"}]') as InboundBatch;
    expect(batch.kind).toBe('batch');
    expect(batch.elements.map(({ kind, method }) => `${kind} ${method}`)).toEqual(['request a', 'notification b']);
  });

  it('refuses the whole batch for one bad element, without naming an id', () => {
    expect(fault('[{"jsonrpc":"2.0","id":1,"method":"a"},{"jsonrpc":"2.0","id":2}]')).toMatchObject({
      code: -32600,
      reason: 'message',
      idText: 'null',
    });
    expect(fault('[5]')).toMatchObject({ reason: 'message' });
    expect(fault('[[{"jsonrpc":"2.0","id":1,"method":"a"}]]')).toMatchObject({ reason: 'batch' });
    expect(fault('[]')).toMatchObject({ code: -32600, reason: 'batch' });
  });
});

describe('parseInbound: hostile texts', () => {
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['fault', 'batch', 'request', 'notification', 'response']).toContain(parseInbound(text).kind);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on messages with members of any type', () => {
    const member = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('2.0', 'tools/call', {}));
    const body = fc.record(
      { jsonrpc: member, id: member, method: member, params: member, result: member, error: member },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(body, (value) => {
        const parsed = parseInbound(JSON.stringify(value));
        if (parsed.kind === 'fault') expect([-32600, -32602]).toContain(parsed.code);
        else expect(value.jsonrpc).toBe('2.0');
      }),
      { numRuns: 1_000 },
    );
  });
});
