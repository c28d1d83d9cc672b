/**
 * The reference SDK's classifier as an oracle. Where ours differs, it is on purpose, and the difference stands in
 * DIFFERENCES with its reason; anything else is a fault of ours.
 */
import { classifyInboundRequest } from '@modelcontextprotocol/server';
import fc from 'fast-check';
import { readFrontHeaders } from '../http/front-headers.js';
import { parseInbound } from '../json-rpc/parse-inbound.js';
import { classifyInbound } from './classify-inbound.js';
import { isModernRevision, META_KEYS } from './era.js';

interface Input {
  readonly body: unknown;
  readonly version?: string;
  readonly method?: string;
}
type Json = Record<string, unknown>;

const META = { [META_KEYS.protocolVersion]: '2026-07-28', [META_KEYS.clientCapabilities]: {} };
const call = (method: string, params?: Json): Json => ({ jsonrpc: '2.0', id: 1, method, ...(params && { params }) });

function ours({ body, version, method }: Input): string {
  const message = parseInbound(JSON.stringify(body));
  if (message.kind === 'fault') return `refused ${message.code}`;
  const classified = classifyInbound(message, readFrontHeaders({ 'mcp-protocol-version': version, 'mcp-method': method }));
  return classified.rejection ? `refused ${classified.rejection.code}` : `${classified.era} ${classified.kind}`;
}

function theirs({ body, version, method }: Input): string {
  const outcome = classifyInboundRequest({ httpMethod: 'POST', body, protocolVersionHeader: version, mcpMethodHeader: method });
  if (outcome.kind === 'reject') return `refused ${outcome.code}`;
  if (outcome.kind === 'modern') return `modern ${outcome.messageKind}`;
  return `legacy ${outcome.reason === 'no-claim' ? 'request' : outcome.reason}`;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const metaOf = (body: unknown): unknown => (isObject(body) && isObject(body['params']) ? body['params']['_meta'] : undefined);
const claimOf = (body: unknown): unknown => {
  const meta = metaOf(body);
  return isObject(meta) ? meta[META_KEYS.protocolVersion] : undefined;
};
const isNotification = (body: unknown): boolean => isObject(body) && 'method' in body && !('id' in body);
const isInitialize = (body: unknown): boolean => isObject(body) && body['method'] === 'initialize' && 'id' in body;
const isResponse = (body: unknown): boolean => isObject(body) && !('method' in body);

const DIFFERENCES: readonly {
  readonly why: string;
  readonly applies: (input: Input, our: string, their: string) => boolean;
  readonly example: Input;
}[] = [
  {
    why: 'the SDK refuses missing headers and unserved versions in a later step, we refuse them in this one',
    applies: ({ version, method }, our, their) =>
      their === 'modern request' &&
      (our === 'refused -32022' || (our === 'refused -32020' && (version === undefined || method === undefined))),
    example: { body: call('tools/list', { _meta: META }), version: '2026-07-28' },
  },
  {
    why: 'an unserved version is told before a wrong Mcp-Method, as the specification orders them; the SDK tells it last',
    applies: ({ version, method }, our, their) =>
      our === 'refused -32022' && their === 'refused -32020' && version !== undefined && method !== undefined,
    example: {
      body: call('tools/list', { _meta: { ...META, [META_KEYS.protocolVersion]: '2027-01-01' } }),
      version: '2027-01-01',
      method: 'x',
    },
  },
  {
    why: "headers of posted notifications are undefined, so we check none; the SDK checks them like a request's",
    applies: ({ body }, our, their) => isNotification(body) && our === 'modern notification' && /^refused -326?0[02]/.test(their),
    example: { body: { jsonrpc: '2.0', method: 'x' }, version: '2026-07-28', method: 'y' },
  },
  {
    why: 'an envelope makes even a handshake modern; the SDK asks for a valid one that names a modern revision',
    applies: ({ body }, our, their) =>
      isInitialize(body) &&
      claimOf(body) !== undefined &&
      our.startsWith('refused') &&
      (their === 'legacy initialize' || their === 'refused -32020'),
    example: { body: call('initialize', { _meta: { [META_KEYS.protocolVersion]: '2025-11-25' } }) },
  },
  {
    why: 'a modern header without envelope is -32602 for every method; the SDK answers a handshake with -32020',
    applies: ({ body, version }, our, their) =>
      isInitialize(body) && isModernRevision(version) && our === 'refused -32602' && their === 'refused -32020',
    example: { body: call('initialize', {}), version: '2026-07-28' },
  },
  {
    why: 'modern revisions have neither responses from clients nor batches, whatever the body says',
    applies: ({ body, version }, our) => (isResponse(body) || Array.isArray(body)) && isModernRevision(version) && our === 'refused -32600',
    example: { body: { jsonrpc: '2.0', id: 1, result: {} }, version: '2026-07-28' },
  },
  {
    why: '2025-03-26 forbids a handshake in a batch',
    applies: ({ body }, our, their) =>
      Array.isArray(body) &&
      body.some((element: unknown) => isObject(element) && element['method'] === 'initialize') &&
      our === 'refused -32600' &&
      their === 'legacy batch',
    example: { body: [call('initialize', {})] },
  },
  {
    why: 'params and _meta of the wrong type are -32602, as any other wrong params; to the SDK they are no message at all',
    applies: ({ body }, our, their) =>
      isObject(body) &&
      our === 'refused -32602' &&
      their === 'refused -32600' &&
      (!isObject(body['params']) || !isObject(metaOf(body)) || 'progressToken' in (metaOf(body) as Json)),
    example: { body: call('x', { _meta: 5 }) },
  },
  {
    why: 'a progress token of the wrong type on a legacy request is left to the method; to the SDK it is no message at all',
    applies: ({ body }, our, their) =>
      our.startsWith('legacy') && their === 'refused -32600' && JSON.stringify(body).includes('progressToken'),
    example: { body: call('x', { _meta: { progressToken: {} } }) },
  },
];

describe('classifyInbound beside the SDK', () => {
  it.each(DIFFERENCES)('differs on purpose: $why', ({ applies, example }) => {
    const [our, their] = [ours(example), theirs(example)];
    expect(our).not.toBe(their);
    expect(applies(example, our, their)).toBe(true);
  });

  it('agrees about everything else', () => {
    const version = fc.constantFrom('2026-07-28', '2025-11-25', '2025-03-26', '2027-01-01', '1999-01-01');
    const meta = fc.record(
      {
        [META_KEYS.protocolVersion]: fc.oneof(version, fc.constantFrom(5, null)),
        [META_KEYS.clientCapabilities]: fc.constantFrom<unknown>({}, {}, {}, [], 'x'),
        [META_KEYS.clientInfo]: fc.constantFrom<unknown>({ name: 'a', version: '1' }, { name: 'a' }, 5),
        [META_KEYS.logLevel]: fc.constantFrom<unknown>('info', 'loud'),
        progressToken: fc.constantFrom<unknown>('a', 1, {}),
        traceparent: fc.constant('00-a'),
      },
      { requiredKeys: [] },
    );
    const params = fc.record(
      { name: fc.constantFrom<unknown>('a', 5), _meta: fc.oneof(meta, meta, meta, fc.constantFrom<unknown>(META, 5)) },
      { requiredKeys: [] },
    );
    const message = fc.record(
      {
        jsonrpc: fc.constantFrom('2.0', '2.0', '2.0', '1.0'),
        id: fc.constantFrom<unknown>('a', 1, 1.5, null),
        method: fc.constantFrom<unknown>('tools/list', 'tools/call', 'initialize', 'x', 5),
        params: fc.oneof(params, params, fc.constantFrom<unknown>([], 'x')),
      },
      { requiredKeys: ['jsonrpc'] },
    );
    const response = fc.constantFrom<Json>(
      { jsonrpc: '2.0', id: 1, result: {} },
      { jsonrpc: '2.0', id: 'a', error: { code: 1, message: 'm' } },
      { jsonrpc: '2.0', id: 1 },
    );
    const body = fc.oneof(message, message, message, response, fc.array(fc.oneof(message, response), { maxLength: 3 }));
    const input = fc.record(
      { body, version, method: fc.constantFrom('tools/list', 'tools/call', 'initialize', 'x') },
      { requiredKeys: ['body'] },
    );
    fc.assert(
      fc.property(input, (given) => {
        const [our, their] = [ours(given as Input), theirs(given as Input)];
        const isIntended = DIFFERENCES.some(({ applies }) => applies(given as Input, our, their));
        if (our !== their && !isIntended) throw new Error(`ours: ${our}, theirs: ${their}`);
      }),
      { numRuns: 2_000 },
    );
  });
});
