import { isWellFormedSecretToken, newId, newSecretToken } from './index.js';

describe('secret tokens', () => {
  it.each(['mng_abcdefghijklmnopqrstuvwxyzABCD02oPn2', 'mng_Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz93kjudG'])(
    'accept the published vector %s',
    (token) => {
      expect(isWellFormedSecretToken(token, 'mng_')).toBe(true);
    },
  );

  it('carry a checksum that catches one changed character', () => {
    const token = newSecretToken('mng_');
    const changed = token.slice(0, 10) + (token[10] === 'a' ? 'b' : 'a') + token.slice(11);
    expect(isWellFormedSecretToken(token, 'mng_')).toBe(true);
    expect(isWellFormedSecretToken(changed, 'mng_')).toBe(false);
  });

  it.each(['_', '-', ' ', '\u0000', '\u0101', 'é', '00'])('are refused with %j in the place of a digit of the checksum', (other) => {
    const token = newSecretToken('mng_');
    for (let at = token.length - 6; at < token.length; at++) {
      expect(isWellFormedSecretToken(token.slice(0, at) + other + token.slice(at + 1), 'mng_')).toBe(false);
    }
  });

  it('are never taken for the other kind', () => {
    expect(isWellFormedSecretToken(newSecretToken('mna_'), 'mng_')).toBe(false);
  });

  it('are forty characters of one alphabet', () => {
    for (let i = 0; i < 200; i++) expect(newSecretToken('mng_')).toMatch(/^mng_[0-9A-Za-z]{36}$/);
  });
});

describe('ids', () => {
  it('sort by the time they were made', () => {
    expect(newId('server', 1_000) < newId('server', 2_000)).toBe(true);
  });

  it('are never made twice, however many are made', () => {
    expect(new Set(Array.from({ length: 5_000 }, () => newId('call', 1_000))).size).toBe(5_000);
  });

  it('name what they identify', () => {
    expect(newId('workspace')).toMatch(/^ws_[0-9a-hjkmnp-tv-z]{26}$/);
  });
});
