import fc from 'fast-check';
import type { MessageFault } from './message.js';
import { parseReply } from './parse-reply.js';
import type { UpstreamReply } from './parse-reply.js';

const reply = (text: string): UpstreamReply => {
  const parsed = parseReply(text);
  if (parsed.kind === 'fault') throw new Error(parsed.reason);
  return parsed;
};

describe('parseReply', () => {
  it('keeps the result as it was written and knows where its members stand in it', () => {
    const { resultText, resultMembers, ...rest } = reply(
      '{"jsonrpc":"2.0", "id":7, "x":1, "result": {"content":[ 1.0 ],"isError":true,"resultType":"inp\\u0075t_required"} }',
    );
    expect(resultText).toBe('{"content":[ 1.0 ],"isError":true,"resultType":"inp\\u0075t_required"}');
    expect(rest).toMatchObject({ kind: 'result', id: 7, isError: true, resultType: 'input_required', method: '' });
    const span = resultMembers!.get('content')!;
    expect(resultText!.slice(span.start, span.end)).toBe('[ 1.0 ]');
    expect(resultText!.slice(span.keyStart, span.end)).toBe('"content":[ 1.0 ]');
  });

  it('reads a result without marks as neither error nor typed', () => {
    expect(reply('{"jsonrpc":"2.0","id":"a","result":{"isError":"true","resultType":5}}')).toMatchObject({
      isError: false,
      resultType: undefined,
    });
  });

  it('reads errors, with and without an id and data', () => {
    expect(reply('{"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"n\\u006f","data":{"uri": "x"},"extra":1}}').error).toEqual({
      code: -32602,
      message: 'no',
      dataText: '{"uri": "x"}',
    });
    expect(reply('{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":""}}')).toMatchObject({
      kind: 'error',
      id: null,
      error: { dataText: undefined },
    });
    expect(reply('{"jsonrpc":"2.0","error":{"code":1,"message":""}}').id).toBeUndefined();
  });

  it('reads the messages that an upstream sends by itself', () => {
    expect(reply('{"jsonrpc":"2.0","id":3,"method":"sampling/createMessage","params":{"a":1}}')).toMatchObject({
      kind: 'request',
      id: 3,
      method: 'sampling/createMessage',
      paramsText: '{"a":1}',
    });
    expect(reply('{"jsonrpc":"2.0","method":"notifications/progress"}')).toMatchObject({
      kind: 'notification',
      id: undefined,
      paramsText: undefined,
    });
  });

  it('has room for large tool lists', () => {
    const tools = JSON.stringify(
      Array.from({ length: 5_000 }, (_, index) => ({ name: `t${index}`, inputSchema: { type: 'object', properties: {} } })),
    );
    expect(reply(`{"jsonrpc":"2.0","id":1,"result":{"tools":${tools}}}`).kind).toBe('result');
    expect(parseReply(`{"jsonrpc":"2.0","id":1,"result":{"tools":${tools}}}`, { keysMax: 100 })).toMatchObject({
      kind: 'fault',
      reason: 'keys',
    });
  });

  it.each([
    ['{"jsonrpc":"2.0","id":1,"result":{"a":1,"a":2}}', 'duplicate-key'],
    ['{"jsonrpc":"2.0","id":1,"result":{}', 'syntax'],
    ['<html>', 'syntax'],
    ['[]', 'message'],
    ['{"jsonrpc":"2.0","id":1}', 'message'],
    ['{"jsonrpc":"2.0","id":1,"result":{},"error":{"code":1,"message":""}}', 'message'],
    ['{"jsonrpc":"2.0","id":1,"method":"m","result":{}}', 'message'],
    ['{"id":1,"result":{}}', 'jsonrpc'],
    ['{"jsonrpc":"1.0","id":1,"result":{}}', 'jsonrpc'],
    ['{"jsonrpc":"2.0","id":{},"result":{}}', 'id'],
    ['{"jsonrpc":"2.0","id":null,"result":{}}', 'id'],
    ['{"jsonrpc":"2.0","result":{}}', 'id'],
    ['{"jsonrpc":"2.0","id":null,"method":"m"}', 'id'],
    ['{"jsonrpc":"2.0","id":1,"result":[]}', 'result'],
    ['{"jsonrpc":"2.0","id":1,"error":"x"}', 'error'],
    ['{"jsonrpc":"2.0","id":1,"error":{"message":"x"}}', 'error'],
    ['{"jsonrpc":"2.0","id":1,"error":{"code":1.5,"message":"x"}}', 'error'],
    ['{"jsonrpc":"2.0","id":1,"error":{"code":1}}', 'error'],
    ['{"jsonrpc":"2.0","id":1,"method":5}', 'method'],
    ['{"jsonrpc":"2.0","id":1,"method":""}', 'method'],
    ['{"jsonrpc":"2.0","id":1,"method":"m","params":[]}', 'params'],
  ])('refuses %s', (text, reason) => {
    expect(parseReply(text)).toMatchObject({ kind: 'fault', reason });
  });

  it('never throws, whatever an upstream sends', () => {
    const member = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('2.0', {}));
    const body = fc.record(
      { jsonrpc: member, id: member, method: member, params: member, result: member, error: member },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          body.map((value) => JSON.stringify(value)),
          fc.string(),
        ),
        (text) => {
          const parsed = parseReply(text) as UpstreamReply | MessageFault;
          expect(['fault', 'result', 'error', 'request', 'notification']).toContain(parsed.kind);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
