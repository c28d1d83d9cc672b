import { DomainError } from '@mcpnest/shared/errors';
import { proveShut } from './prove-shut.js';

describe('the proof that the gateway route is shut', () => {
  it('is content with a refusal for want of a token', async () => {
    await expect(proveShut(() => Promise.reject(new DomainError('auth.token-missing')))).resolves.toBeUndefined();
  });

  it('stops the start where the route answers', async () => {
    await expect(proveShut(() => Promise.resolve())).rejects.toThrow('its guard does not run');
  });

  it.each([new DomainError('auth.token-not-valid-here'), new TypeError('the guard has no dependencies')])(
    'stops the start where the refusal has another reason: %s',
    async (reason) => {
      await expect(proveShut(() => Promise.reject(reason))).rejects.toMatchObject({ cause: reason });
    },
  );

  it('asks as a client would, without any header that could open the route', async () => {
    const seen = await new Promise<unknown[]>((resolve) => {
      void proveShut(({ method, url, headers }) => {
        resolve([method, url, headers]);
        return Promise.reject(new DomainError('auth.token-missing'));
      });
    });
    expect(seen).toEqual(['POST', '/api/gw/proof', { 'content-type': 'application/json' }]);
  });
});
