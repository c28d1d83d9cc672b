import { translateError, type ErrorReader } from './translate-error.js';

const modern = (capabilities = {}): ErrorReader => ({ era: 'modern', revision: '2026-07-28', capabilities });
const legacy = (revision = '2025-11-25', capabilities = {}): ErrorReader => ({ era: 'legacy', revision, capabilities });
const error = (code: number, data?: object) => ({ code, message: 'm', dataText: data && JSON.stringify(data) });
const missing = error(-32021, { requiredCapabilities: { sampling: {} } });
const visit = error(-32042, { elicitations: [{ url: 'https://a.example/x', message: 'Sign in' }] });

describe('translateError', () => {
  it.each([-32700, -32600, -32601, -32602, -32603, -32000, -32001, 4711, 0])('passes %d to everybody', (code) => {
    for (const reader of [modern(), legacy()]) {
      for (const from of ['modern', 'legacy'] as const) {
        expect(translateError(error(code, { n: 1 }), from, reader)).toEqual({
          kind: 'error',
          httpStatus: 200,
          error: error(code, { n: 1 }),
        });
      }
    }
  });

  it.each([-32020, -32022])('never relays %d, which speaks of our own hop', (code) => {
    for (const reader of [modern(), legacy()]) expect(translateError(error(code), 'modern', reader)).toEqual({ kind: 'our-hop' });
  });

  it("tells modern clients of missing resources in their revision's code", () => {
    expect(translateError(error(-32002, { uri: 'a:b' }), 'legacy', modern())).toMatchObject({
      error: { code: -32602, dataText: '{"uri":"a:b"}' },
    });
    expect(translateError(error(-32002), 'legacy', legacy())).toMatchObject({ error: { code: -32002 } });
  });

  it('keeps the codes that 2026-07-28 reserves free of what older servers mean by them', () => {
    expect(translateError(error(-32050), 'legacy', modern())).toMatchObject({ error: { code: -32603, message: 'm' } });
    expect(translateError(error(-32050), 'legacy', legacy())).toMatchObject({ error: { code: -32050 } });
  });

  it('relays a missing capability as 400 where the client lacks it, in words to legacy clients', () => {
    expect(translateError(missing, 'modern', modern())).toEqual({ kind: 'error', httpStatus: 400, error: missing });
    expect(translateError(missing, 'modern', legacy())).toEqual({ kind: 'client-cannot', detail: expect.stringContaining('sampling') });
  });

  it.each([
    ['was declared, and got lost with us', missing, modern({ sampling: {} })],
    ['is not named', error(-32021), modern()],
    ['is nonsense', error(-32021, { requiredCapabilities: 5 }), legacy()],
  ])('keeps a missing capability to itself that %s', (_what, given, reader) => {
    expect(translateError(given, 'modern', reader)).toEqual({ kind: 'our-hop' });
  });

  it('relays pages to visit where the client shows pages, and their addresses as text elsewhere', () => {
    expect(translateError(visit, 'legacy', legacy('2025-11-25', { elicitation: { url: {} } }))).toMatchObject({
      kind: 'error',
      error: visit,
    });
    for (const reader of [legacy(), legacy('2025-06-18', { elicitation: { url: {} } })]) {
      expect(translateError(visit, 'legacy', reader)).toEqual({
        kind: 'client-cannot',
        detail: expect.stringContaining('Sign in: https://a.example/x'),
      });
    }
    expect(translateError(error(-32042), 'legacy', legacy())).toEqual({ kind: 'our-hop' });
    expect(translateError(visit, 'modern', legacy())).toEqual({ kind: 'our-hop' });
  });
});
