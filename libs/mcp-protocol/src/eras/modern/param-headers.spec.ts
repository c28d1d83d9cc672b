import fc from 'fast-check';
import type { HeaderParam } from './header-params.js';
import { checkParamHeaders, writeParamHeaders } from './param-headers.js';

const PARAMS: HeaderParam[] = [
  { header: 'Region', path: ['region'], type: 'string' },
  { header: 'Limit', path: ['page', 'limit'], type: 'integer' },
  { header: 'Dry', path: ['dry'], type: 'boolean' },
];
const check = (body: unknown, headers: Record<string, string>) =>
  checkParamHeaders(PARAMS, body === undefined ? undefined : JSON.stringify(body), new Map(Object.entries(headers)));

describe('checkParamHeaders', () => {
  it.each([
    ['all equal', { region: 'eu', page: { limit: 5 }, dry: true }, { region: 'eu', limit: '5', dry: 'true' }],
    ['encoded', { region: 'Zürich' }, { region: '=?base64?WsO8cmljaA==?=' }],
    ['numerically equal', { page: { limit: 42 } }, { limit: '42.0' }],
    ['absent on both sides', {}, {}],
    ['null in the body', { region: null, page: null }, {}],
    ['no arguments at all', undefined, {}],
    ['a header nobody asked for', {}, { other: 'x' }],
    ['an empty string', { region: '' }, { region: '' }],
    ['a value without a text form', { region: { a: 1 }, page: { limit: 1e300 } }, {}],
  ])('passes: %s', (_, body, headers) => expect(check(body, headers)).toBeUndefined());

  it.each([
    ['missing', { region: 'eu' }, {}, 'is missing'],
    ['different', { region: 'eu' }, { region: 'EU' }, 'does not repeat'],
    ['badly encoded', { region: 'eu' }, { region: '=?base64?e?=' }, 'encoded'],
    ['without an argument', {}, { region: 'eu' }, 'no such argument'],
    ['with a null argument', { region: null }, { region: 'null' }, 'no such argument'],
    ['without arguments', undefined, { region: 'eu' }, 'no such argument'],
    ['beside an unsafe integer', { page: { limit: 2 ** 53 } }, { limit: '9007199254740992' }, 'no such argument'],
    ['another number', { page: { limit: 42 } }, { limit: '43' }, 'does not repeat'],
    ['a number in another spelling', { page: { limit: 16 } }, { limit: '0x10' }, 'does not repeat'],
    ['a boolean in another spelling', { dry: true }, { dry: 'True' }, 'does not repeat'],
    ['a string that only looks like the number', { page: { limit: '42' } }, { limit: '42.0' }, 'does not repeat'],
  ])('refuses a header that is %s', (_, body, headers, words) => {
    const fault = check(body, headers);
    expect(fault).toMatchObject({ httpStatus: 400, code: -32020, reason: 'header-param' });
    expect(fault!.message).toContain(words);
  });

  it('asks nothing of tools without annotations', () => {
    expect(checkParamHeaders([], '{"a":1}', new Map([['a', '2']]))).toBeUndefined();
  });

  it('does not look at inherited members', () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    prototype['inherited'] = 'x';
    try {
      expect(writeParamHeaders([{ header: 'X', path: ['inherited'], type: 'string' }], '{}')).toEqual({});
    } finally {
      delete prototype['inherited'];
    }
  });
});

describe('writeParamHeaders', () => {
  it('writes what the arguments hold, encoded where needed', () => {
    expect(writeParamHeaders(PARAMS, '{"region":" eu","page":{"limit":5},"dry":false}')).toEqual({
      'Mcp-Param-Region': '=?base64?IGV1?=',
      'Mcp-Param-Limit': '5',
      'Mcp-Param-Dry': 'false',
    });
  });

  it('leaves out what is absent, null or no primitive', () => {
    expect(writeParamHeaders(PARAMS, '{"region":null,"page":{"limit":[1]}}')).toEqual({});
    expect(writeParamHeaders(PARAMS, '{"region":{},"page":5}')).toEqual({});
    expect(writeParamHeaders(PARAMS, undefined)).toEqual({});
    expect(writeParamHeaders([], '{"region":"eu"}')).toEqual({});
  });

  it('writes headers that the check accepts, for any arguments', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constant([]));
    fc.assert(
      fc.property(
        fc.record({ region: value, page: fc.oneof(value, fc.record({ limit: value })), dry: value }, { requiredKeys: [] }),
        (body) => {
          const text = JSON.stringify(body);
          const headers = Object.entries(writeParamHeaders(PARAMS, text)).map(
            ([name, raw]) => [name.slice('Mcp-Param-'.length).toLowerCase(), raw] as const,
          );
          expect(checkParamHeaders(PARAMS, text, new Map(headers))).toBeUndefined();
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
