import fc from 'fast-check';
import type { FrontHeaders } from '../http/front-headers.js';
import { parseInbound } from '../json-rpc/parse-inbound.js';
import { classifyInbound } from './classify-inbound.js';
import type { Classified } from './classify-inbound.js';
import { META_KEYS } from './era.js';

const META = { [META_KEYS.protocolVersion]: '2026-07-28', [META_KEYS.clientCapabilities]: {} };
const HEADERS = { protocolVersion: '2026-07-28', method: 'tools/list' };
const request = (method: string, params?: object, id: unknown = 1): object => ({ jsonrpc: '2.0', id, method, ...(params && { params }) });
const notification = (method: string, params?: object): object => ({ jsonrpc: '2.0', method, ...(params && { params }) });

function classify(body: unknown, headers: Omit<FrontHeaders, 'params'> = {}): Classified {
  const message = parseInbound(JSON.stringify(body));
  if (message.kind === 'fault') throw new Error(message.message);
  return classifyInbound(message, { ...headers, params: new Map() });
}
const rejection = (body: unknown, headers?: Omit<FrontHeaders, 'params'>) => classify(body, headers).rejection;

describe('classifyInbound: modern', () => {
  it('knows a modern request by its envelope', () => {
    expect(classify(request('tools/list', { _meta: META }), HEADERS)).toMatchObject({
      era: 'modern',
      kind: 'request',
      envelope: { protocolVersion: '2026-07-28', clientCapabilities: {} },
    });
  });

  it('takes even initialize for modern when it carries an envelope, so that it is answered as an unknown method', () => {
    expect(classify(request('initialize', { _meta: META }), { ...HEADERS, method: 'initialize' })).toMatchObject({
      era: 'modern',
      kind: 'request',
    });
  });

  it('ignores session headers on modern requests', () => {
    expect(classify(request('tools/list', { _meta: META }), { ...HEADERS, sessionId: 'x', lastEventId: '1' })).not.toHaveProperty(
      'sessionId',
    );
  });

  it('accepts notifications by envelope or header, without looking at their headers', () => {
    expect(classify(notification('notifications/cancelled'), { protocolVersion: '2026-07-28', method: 'other' })).toMatchObject({
      era: 'modern',
      kind: 'notification',
    });
    expect(classify(notification('x', { _meta: { [META_KEYS.protocolVersion]: 5 } }))).toMatchObject({
      era: 'modern',
      kind: 'notification',
    });
  });

  it('refuses a request that only the header calls modern, naming what is missing', () => {
    expect(rejection(request('tools/list'), HEADERS)).toMatchObject({
      httpStatus: 400,
      code: -32602,
      message: 'Invalid params: Missing params._meta',
      idText: '1',
    });
    expect(rejection(request('initialize', { _meta: {} }), HEADERS)?.message).toContain(META_KEYS.protocolVersion);
    expect(rejection(request('tools/list'), { protocolVersion: '2027-01-01' })).toMatchObject({ code: -32602 });
  });

  it('refuses an envelope that names a legacy or unknown revision, with the versions served', () => {
    for (const version of ['2025-11-25', '2030-01-01', 'banana']) {
      const body = request('tools/list', { _meta: { ...META, [META_KEYS.protocolVersion]: version } });
      expect(rejection(body, { protocolVersion: version, method: 'tools/list' })).toMatchObject({
        httpStatus: 400,
        code: -32022,
        data: { supported: ['2026-07-28'], requested: version },
      });
    }
  });

  it('refuses responses and batches under a modern header', () => {
    expect(rejection({ jsonrpc: '2.0', id: 'q', result: {} }, HEADERS)).toMatchObject({
      httpStatus: 400,
      code: -32600,
      reason: 'response',
      idText: '"q"',
    });
    expect(rejection([request('ping')], HEADERS)).toMatchObject({ httpStatus: 400, code: -32600, reason: 'batch' });
  });
});

describe('classifyInbound: legacy', () => {
  it('sorts what has no envelope', () => {
    const headers = { sessionId: 's', protocolVersion: '2025-11-25' };
    expect(classify(request('initialize', {}))).toMatchObject({ era: 'legacy', kind: 'initialize' });
    expect(classify(request('tools/list'), headers)).toMatchObject({ era: 'legacy', kind: 'request', ...headers });
    expect(classify(notification('notifications/initialized'), headers)).toMatchObject({ era: 'legacy', kind: 'notification' });
    expect(classify({ jsonrpc: '2.0', id: 1, result: {} }, headers)).toMatchObject({ era: 'legacy', kind: 'response' });
    expect(classify([request('ping'), notification('x')], headers)).toMatchObject({ era: 'legacy', kind: 'batch', sessionId: 's' });
  });

  it('is not misled by other keys of the modern specification', () => {
    expect(classify(request('tools/list', { _meta: { progressToken: 1, [META_KEYS.clientInfo]: {} } }))).toMatchObject({
      era: 'legacy',
      kind: 'request',
    });
    expect(classify(request('tools/list', { _meta: {} }), { method: 'other' })).toMatchObject({ era: 'legacy', kind: 'request' });
  });

  it('refuses a batch that carries an envelope or a handshake', () => {
    expect(rejection([request('ping'), request('tools/list', { _meta: META })])).toMatchObject({
      code: -32600,
      reason: 'batch',
      idText: 'null',
    });
    expect(rejection([request('initialize', {})])).toMatchObject({ code: -32600, reason: 'batch' });
  });
});

it('classifyInbound never throws, whatever the message and headers', () => {
  const version = fc.constantFrom('2026-07-28', '2025-11-25', '', '9999-99-99', 'x');
  const meta = fc.dictionary(
    fc.constantFrom(...Object.values(META_KEYS), 'progressToken', '__proto__'),
    fc.oneof(version, fc.jsonValue({ maxDepth: 1 })),
  );
  const params = fc.option(fc.record({ name: fc.jsonValue({ maxDepth: 1 }), uri: fc.string(), _meta: meta }, { requiredKeys: [] }), {
    nil: undefined,
  });
  const message = fc.record(
    {
      jsonrpc: fc.constant('2.0'),
      id: fc.oneof(fc.string(), fc.integer()),
      method: fc.constantFrom('tools/call', 'initialize', 'x'),
      params,
      result: fc.constant({}),
    },
    { requiredKeys: ['jsonrpc'] },
  );
  const headers = fc.record(
    { protocolVersion: version, method: fc.constantFrom('tools/call', 'initialize', ''), name: fc.string(), sessionId: fc.string() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(message, fc.array(message)), headers, (body, given) => {
      const parsed = parseInbound(JSON.stringify(body));
      if (parsed.kind === 'fault') return;
      const classified = classifyInbound(parsed, { ...given, params: new Map() });
      if (classified.rejection) expect([400, 404]).toContain(classified.rejection.httpStatus);
      else expect(['legacy', 'modern']).toContain(classified.era);
    }),
    { numRuns: 2_000 },
  );
});
