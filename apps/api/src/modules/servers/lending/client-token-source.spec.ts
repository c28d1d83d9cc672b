import { UpstreamFailure } from '@mcpnest/gateway-core';
import { ClientTokenSource, type GrantedToken } from './client-token-source.js';

describe('the token of a client', () => {
  let now = 0;
  let asked = 0;
  let answer: () => Promise<GrantedToken>;
  const source = () =>
    new ClientTokenSource(
      () => {
        asked++;
        return answer();
      },
      () => now,
    );
  const failing = () => Promise.reject(new UpstreamFailure('gateway.upstream-unreachable', 'away', false));

  beforeEach(() => {
    now = 0;
    asked = 0;
    answer = () => Promise.resolve({ accessToken: `token-${asked}`, lifetimeMs: 600_000 });
  });

  it('is asked for once, however many calls want it', async () => {
    const tokens = source();
    expect(await Promise.all(Array.from({ length: 50 }, () => tokens.current()))).toEqual(Array(50).fill('Bearer token-1'));
    expect(asked).toBe(1);
  });

  it('is asked for anew a minute before it ends', async () => {
    const tokens = source();
    await tokens.current();
    now = 539_000;
    expect(await tokens.current()).toBe('Bearer token-1');
    now = 541_000;
    expect(await tokens.current()).toBe('Bearer token-2');
  });

  it('serves to its end while no other can be had, and not longer', async () => {
    const tokens = source();
    await tokens.current();
    answer = failing;
    now = 599_000;
    expect(await tokens.current()).toBe('Bearer token-1');
    now = 601_000;
    await expect(tokens.current()).rejects.toThrow('away');
  });

  it('is renewed once for all who were refused with it', async () => {
    const tokens = source();
    const first = await tokens.current();
    expect(await Promise.all([tokens.renewed(first), tokens.renewed(first)])).toEqual(['Bearer token-2', 'Bearer token-2']);
    expect(await tokens.renewed(first)).toBe('Bearer token-2');
    expect(asked).toBe(2);
  });

  it('is not renewed again and again for a server that refuses every token', async () => {
    const tokens = source();
    const second = await tokens.renewed(await tokens.current());
    expect(await tokens.renewed(second!)).toBeUndefined();
    now = 10_001;
    expect(await tokens.renewed(second!)).toBe('Bearer token-3');
    expect(asked).toBe(3);
  });

  it('is asked for again after a failure', async () => {
    const tokens = source();
    answer = failing;
    await expect(tokens.current()).rejects.toThrow('away');
    answer = () => Promise.resolve({ accessToken: 'there', lifetimeMs: 1_000 });
    expect(await tokens.current()).toBe('Bearer there');
  });
});
