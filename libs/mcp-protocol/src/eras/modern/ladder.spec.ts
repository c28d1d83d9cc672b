import type { FrontHeaders } from '../../http/front-headers.js';
import type { InboundMessage } from '../../json-rpc/message.js';
import { parseInbound } from '../../json-rpc/parse-inbound.js';
import { META_KEYS } from '../era.js';
import { checkMethodHeader, checkModernEnvelope, checkNameHeader, methodNotFound, missingCapability } from './ladder.js';

const META = { [META_KEYS.protocolVersion]: '2026-07-28', [META_KEYS.clientCapabilities]: { elicitation: {} } };
const request = (method: string, params: object = { _meta: META }): InboundMessage =>
  parseInbound(JSON.stringify({ jsonrpc: '2.0', id: 9, method, params })) as InboundMessage;
const headers = (given: Omit<FrontHeaders, 'params'>): FrontHeaders => ({ ...given, params: new Map() });
const envelopeOf = (extra: object) =>
  checkModernEnvelope(request('x', { _meta: { ...META, ...extra } }), headers({ protocolVersion: '2026-07-28' }));

describe('envelope rung', () => {
  it('reads every member', () => {
    const extra = {
      [META_KEYS.clientInfo]: { name: 'c', version: '1', title: 'C' },
      [META_KEYS.logLevel]: 'warning',
      progressToken: 'p',
      traceparent: 'x',
    };
    expect(envelopeOf(extra)).toEqual({
      protocolVersion: '2026-07-28',
      clientCapabilities: { elicitation: {} },
      clientInfo: { name: 'c', version: '1', title: 'C' },
      logLevel: 'warning',
      progressToken: 'p',
    });
    expect(envelopeOf({ progressToken: 0 })).toMatchObject({ progressToken: 0 });
  });

  it.each([
    [{ [META_KEYS.protocolVersion]: undefined }, META_KEYS.protocolVersion],
    [{ [META_KEYS.clientCapabilities]: undefined }, META_KEYS.clientCapabilities],
    [{ [META_KEYS.protocolVersion]: 20260728 }, META_KEYS.protocolVersion],
    [{ [META_KEYS.clientCapabilities]: [] }, META_KEYS.clientCapabilities],
    [{ [META_KEYS.clientCapabilities]: null }, META_KEYS.clientCapabilities],
    [{ [META_KEYS.clientInfo]: 'me' }, META_KEYS.clientInfo],
    [{ [META_KEYS.clientInfo]: { name: 'me' } }, META_KEYS.clientInfo],
    [{ [META_KEYS.clientInfo]: { version: '1' } }, META_KEYS.clientInfo],
    [{ [META_KEYS.logLevel]: 'loud' }, META_KEYS.logLevel],
    [{ [META_KEYS.logLevel]: 3 }, META_KEYS.logLevel],
    [{ progressToken: 1.5 }, 'progressToken'],
    [{ progressToken: null }, 'progressToken'],
  ])('refuses %j and names the key', (extra, key) => {
    const outcome = envelopeOf(extra);
    expect(outcome).toMatchObject({ httpStatus: 400, code: -32602, reason: 'envelope', idText: '9' });
    expect((outcome as { message: string }).message).toContain(key);
  });

  it('wants the version in the header too, before it judges the version', () => {
    const future = request('x', { _meta: { ...META, [META_KEYS.protocolVersion]: '2027-01-01' } });
    expect(checkModernEnvelope(request('x'), headers({}))).toMatchObject({ code: -32020, reason: 'header-version' });
    expect(checkModernEnvelope(future, headers({ protocolVersion: '2026-07-28' }))).toMatchObject({
      code: -32020,
      reason: 'header-version',
    });
    expect(checkModernEnvelope(future, headers({ protocolVersion: '2027-01-01' }))).toMatchObject({ code: -32022, reason: 'version' });
    expect(checkModernEnvelope(request('x'), headers({ protocolVersion: '2026-07-28, 2026-07-28' }))).toMatchObject({ code: -32020 });
  });
});

describe('method rung', () => {
  it('wants the very method', () => {
    expect(checkMethodHeader(request('tools/list'), headers({ method: 'tools/list' }))).toBeUndefined();
    for (const method of [undefined, '', 'Tools/List', 'tools/call', 'tools/list, tools/list']) {
      expect(checkMethodHeader(request('tools/list'), headers({ method }))).toMatchObject({
        httpStatus: 400,
        code: -32020,
        reason: 'header-method',
      });
    }
  });
});

describe('name rung', () => {
  it.each([
    ['tools/call', 'name'],
    ['prompts/get', 'name'],
    ['resources/read', 'uri'],
    ['tasks/get', 'taskId'],
    ['tasks/update', 'taskId'],
    ['tasks/cancel', 'taskId'],
  ])('%s: the header repeats params.%s', (method, key) => {
    const call = request(method, { [key]: 'Zürich' });
    expect(checkNameHeader(call, headers({ name: '=?base64?WsO8cmljaA==?=' }))).toBeUndefined();
    for (const name of [undefined, 'Zurich', '=?base64?WsO8?=', '=?base64?broken?=', 'Zürich']) {
      expect(checkNameHeader(call, headers({ name }))).toMatchObject({ httpStatus: 400, code: -32020, reason: 'header-name' });
    }
  });

  it('takes a value with one marker for a literal', () => {
    expect(checkNameHeader(request('tools/call', { name: '=?base64?x' }), headers({ name: '=?base64?x' }))).toBeUndefined();
  });

  it('leaves a missing name to the method, unless the header makes one up', () => {
    expect(checkNameHeader(request('tools/call', {}), headers({}))).toBeUndefined();
    expect(checkNameHeader(request('tools/call', { name: 5 }), headers({}))).toBeUndefined();
    expect(checkNameHeader(request('tools/call', {}), headers({ name: 'x' }))).toMatchObject({ code: -32020 });
  });

  it('asks nothing of other methods', () => {
    for (const method of ['tools/list', 'constructor', 'x'])
      expect(checkNameHeader(request(method, { name: 'a' }), headers({ name: 'b' }))).toBeUndefined();
  });
});

describe('the other answers of the ladder', () => {
  it('are 404 for unknown methods and 400 with what is needed for capabilities', () => {
    expect(methodNotFound(request('ping'))).toMatchObject({ httpStatus: 404, code: -32601, idText: '9' });
    expect(missingCapability(request('tools/call'), { sampling: {} })).toMatchObject({
      httpStatus: 400,
      code: -32021,
      data: { requiredCapabilities: { sampling: {} } },
      idText: '9',
    });
  });
});
