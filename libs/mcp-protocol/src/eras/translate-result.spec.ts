import fc from 'fast-check';
import { parseReply } from '../json-rpc/parse-reply.js';
import type { UpstreamReply } from '../json-rpc/parse-reply.js';
import { META_KEYS } from './era.js';
import { toLegacyResult, toModernResult } from './translate-result.js';

const reply = (resultText: string): UpstreamReply => {
  const parsed = parseReply(`{"jsonrpc":"2.0","id":1,"result":${resultText}}`);
  if (parsed.kind === 'fault') throw new Error(parsed.message);
  return parsed;
};
const SERVER = `"${META_KEYS.serverInfo}"`;
const GATEWAY = '{"name":"gateway","version":"1"}';

describe('toModernResult', () => {
  it('completes a legacy result and keeps its bytes', () => {
    expect(toModernResult(reply('{ "content":[ {"type":"novel","x":1.0} ] , "n":1E5 }'))).toBe(
      '{"content":[ {"type":"novel","x":1.0} ],"n":1E5,"resultType":"complete"}',
    );
    expect(toModernResult(reply('{}'))).toBe('{"resultType":"complete"}');
  });

  it('keeps a resultType that is there, whatever it is', () => {
    const text = '{"resultType":"task", "taskId":"1"}';
    expect(toModernResult(reply(text))).toBe(text);
  });

  it("sets caching hints and our own name, in place of the upstream's", () => {
    expect(
      toModernResult(reply(`{"tools":[],"ttlMs":9e9,"_meta":{"a":1.0,${SERVER}:{"name":"theirs"}},"resultType":"complete"}`), {
        cache: { ttlMs: 0, cacheScope: 'private' },
        serverInfoText: GATEWAY,
      }),
    ).toBe(`{"tools":[],"ttlMs":0,"_meta":{"a":1.0,${SERVER}:${GATEWAY}},"resultType":"complete","cacheScope":"private"}`);
    expect(toModernResult(reply('{}'), { serverInfoText: GATEWAY })).toBe(`{"resultType":"complete","_meta":{${SERVER}:${GATEWAY}}}`);
    expect(toModernResult(reply('{"_meta":5}'), { serverInfoText: GATEWAY })).toBe(
      `{"_meta":{${SERVER}:${GATEWAY}},"resultType":"complete"}`,
    );
  });
});

describe('toLegacyResult', () => {
  it('drops what legacy clients do not know, and nothing else', () => {
    expect(
      toLegacyResult(
        reply(`{"resultType":"complete", "content":[ 1.0 ],"ttlMs":5,"cacheScope":"public","_meta":{"a":1.0,${SERVER}:{}},"ttl":1}`),
      ),
    ).toBe('{"content":[ 1.0 ],"_meta":{"a":1.0},"ttl":1}');
  });

  it("drops a _meta that held the server's name alone, and keeps any other", () => {
    expect(toLegacyResult(reply(`{"a":1,"_meta":{${SERVER}:{}}}`))).toBe('{"a":1}');
    expect(toLegacyResult(reply('{"a":1, "_meta":{}}'))).toBe('{"a":1, "_meta":{}}');
    expect(toLegacyResult(reply('{"_meta":[1]}'))).toBe('{"_meta":[1]}');
  });
});

it('a legacy result comes back from its way through the modern era', () => {
  const result = fc.dictionary(
    fc.string().filter((key) => !['resultType', 'ttlMs', 'cacheScope', '_meta'].includes(key)),
    fc.jsonValue({ maxDepth: 2 }),
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(result, (value) => {
      const text = JSON.stringify(value);
      const modern = toModernResult(reply(text), { cache: { ttlMs: 1, cacheScope: 'public' }, serverInfoText: GATEWAY });
      expect(toLegacyResult(reply(modern))).toBe(text);
    }),
  );
});

it('anything but a result translates to an empty one', () => {
  const error = parseReply('{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":""}}') as UpstreamReply;
  expect(toModernResult(error, { serverInfoText: GATEWAY })).toBe(`{"resultType":"complete","_meta":{${SERVER}:${GATEWAY}}}`);
  expect(toLegacyResult(error)).toBe('{}');
});
