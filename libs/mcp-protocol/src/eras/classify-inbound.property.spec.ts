import fc from 'fast-check';
import { readFrontHeaders } from '../http/front-headers.js';
import { parseInbound } from '../json-rpc/parse-inbound.js';
import { classifyInbound } from './classify-inbound.js';
import { isModernRevision, META_KEYS } from './era.js';
import { checkNameHeader } from './modern/ladder.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const revision = fc.constantFrom('2026-07-28', '2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05', '2027-01-01');
const junk = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), revision);
const headers = fc.record(
  {
    'mcp-protocol-version': fc.oneof(revision, junk, fc.array(junk, { maxLength: 3 })),
    'mcp-method': fc.oneof(fc.constantFrom('tools/call', 'tools/list'), junk),
    'mcp-name': junk,
    'mcp-session-id': junk,
    'content-type': junk,
    accept: junk,
    'last-event-id': junk,
  },
  { requiredKeys: [] },
);
const envelope = fc.record(
  {
    [META_KEYS.protocolVersion]: fc.oneof(revision, fc.jsonValue({ maxDepth: 1 })),
    [META_KEYS.clientCapabilities]: fc.oneof(fc.constant({}), fc.jsonValue({ maxDepth: 1 })),
    [META_KEYS.logLevel]: fc.oneof(fc.constant('info'), fc.jsonValue({ maxDepth: 0 })),
  },
  { requiredKeys: [] },
);
const params = fc.record(
  { name: fc.jsonValue({ maxDepth: 1 }), uri: fc.string(), _meta: fc.oneof(envelope, fc.jsonValue({ maxDepth: 1 })) },
  { requiredKeys: [] },
);
const message = fc.record(
  {
    jsonrpc: fc.constantFrom('2.0', '2.0', '2.0', '1.0'),
    id: fc.oneof(fc.integer(), fc.string(), fc.jsonValue({ maxDepth: 0 })),
    method: fc.oneof(fc.constantFrom('tools/call', 'tools/list', 'initialize', 'resources/read', 'notifications/cancelled'), fc.string()),
    params: fc.oneof(params, fc.jsonValue({ maxDepth: 1 })),
    result: fc.jsonValue({ maxDepth: 1 }),
    error: fc.jsonValue({ maxDepth: 1 }),
  },
  { requiredKeys: ['jsonrpc'] },
);
/** A message as clients send it: it parses, and now and then it even is right. */
const plausible = fc.record(
  {
    jsonrpc: fc.constant('2.0'),
    id: fc.oneof(fc.integer(), fc.string()),
    method: fc.constantFrom('tools/call', 'tools/list', 'initialize'),
    params,
  },
  { requiredKeys: ['jsonrpc', 'method'] },
);
const body = fc.oneof(message, plausible, plausible, fc.array(plausible, { maxLength: 3 }), fc.jsonValue());

function verdict(text: string, given: Headers): string {
  const parsed = parseInbound(text);
  if (parsed.kind === 'fault') return `fault ${parsed.code} ${parsed.reason}`;
  const front = readFrontHeaders(given);
  const classified = classifyInbound(parsed, front);
  if (classified.rejection) return `refused ${classified.rejection.httpStatus} ${classified.rejection.code} ${classified.rejection.reason}`;
  const name = classified.era === 'modern' && classified.kind === 'request' ? checkNameHeader(classified.message, front) : undefined;
  return name ? `refused ${name.httpStatus} ${name.code} ${name.reason}` : `${classified.era} ${classified.kind}`;
}

describe('classifying a POST', () => {
  it('never throws, whatever text and headers come', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          body.map((value) => JSON.stringify(value) ?? ''),
        ),
        headers,
        (text, given) => {
          expect(verdict(text, given as Headers)).toMatch(/^(fault|refused|modern|legacy) /);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('depends on what the body says, not on how it is written', () => {
    fc.assert(
      fc.property(body, headers, (value, given) => {
        const compact = JSON.stringify(value);
        const escaped = compact.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
        const expected = verdict(compact, given as Headers);
        expect([JSON.stringify(value, null, 2), escaped].map((text) => verdict(text, given as Headers))).toEqual([expected, expected]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not depend on headers that say nothing of protocol, nor on the order of members', () => {
    fc.assert(
      fc.property(plausible, headers, junk, (value, given, word) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        const noisy = { ...given, cookie: word, 'x-mcp-method': word, 'user-agent': word, accept: word };
        expect(verdict(JSON.stringify(reversed), noisy as Headers)).toBe(verdict(JSON.stringify(value), given as Headers));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is modern exactly where the body has the envelope or the header names a modern revision', () => {
    fc.assert(
      fc.property(plausible, headers, (value, given) => {
        fc.pre('id' in value);
        const found = verdict(JSON.stringify(value), given as Headers);
        fc.pre(!found.startsWith('fault'));
        const meta = (value.params as { _meta?: unknown } | undefined)?._meta;
        const claims = typeof meta === 'object' && meta !== null && Object.hasOwn(meta, META_KEYS.protocolVersion);
        const names = isModernRevision(readFrontHeaders(given as Headers).protocolVersion);
        expect(found.startsWith('legacy')).toBe(!claims && !names);
      }),
      { numRuns: 2_000 },
    );
  });
});
