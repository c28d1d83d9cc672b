import { tokenState } from './gateway-token.js';

describe('the state of a token', () => {
  const token = { expiresAt: null, revokedAt: null, diesAt: null, replacedBy: null };
  const at = (time: number) => new Date(time);

  it.each([
    [{}, 'active'],
    [{ expiresAt: at(101) }, 'active'],
    [{ expiresAt: at(100) }, 'expired'],
    [{ replacedBy: 'tok_2' }, 'rotating'],
    [{ replacedBy: 'tok_2', diesAt: at(101) }, 'rotating'],
    [{ replacedBy: 'tok_2', diesAt: at(100) }, 'revoked'],
    [{ replacedBy: 'tok_2', expiresAt: at(100) }, 'expired'],
    [{ revokedAt: at(50), expiresAt: at(60) }, 'revoked'],
  ])('%j is %s', (change, state) => {
    expect(tokenState({ ...token, ...change }, 100)).toBe(state);
  });
});
