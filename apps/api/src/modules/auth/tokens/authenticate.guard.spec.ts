import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { AuthenticateGuard, type AuthenticatedRequest } from './authenticate.guard.js';
import type { TokenVerifier } from './token-verifier.js';

/** What the guard asks the verifier, for a request as it came. */
function asked(
  url: string,
  headers: Record<string, string> = {},
  clientAddress?: string,
): { by: unknown[]; request: AuthenticatedRequest } {
  const by: unknown[] = [];
  const principal = { tokenId: 'tok_1', tokenName: 'ci', workspaceId: 'ws_1', userId: 'usr_1', tools: null };
  const verifier = { verify: (...claims: unknown[]) => (by.push(...claims), principal) } as unknown as TokenVerifier;
  const request = { url, headers, clientAddress } as unknown as AuthenticatedRequest;
  expect(new AuthenticateGuard(verifier).canActivate(new ExecutionContextHost([request]))).toBe(true);
  expect(request.principal).toBe(principal);
  return { by, request };
}

describe('the guard of the gateway endpoint', () => {
  it.each([
    ['/api/gw/acme', 'acme'],
    ['/api/gw/acme?x=1', 'acme'],
    ['/api/gw/acme/', 'acme'],
    ['/api/gw/acme/oauth', 'acme'],
    ['/api/gw/ac%6de', 'ac%6de'],
    ['/api/gw/', ''],
    ['/other/acme', ''],
  ])('takes the slug of %s to be %p', (url, slug) => {
    expect(asked(url, { authorization: 'Bearer t' }).by).toEqual(['Bearer t', slug, { address: '', agent: null }]);
  });

  it('looks for tokens nowhere but in the Authorization header', () => {
    expect(
      asked('/api/gw/acme?token=mng_x&authorization=Bearer+mng_x', { cookie: 'authorization=Bearer mng_x', 'x-api-key': 'mng_x' }).by,
    ).toEqual([undefined, 'acme', { address: '', agent: null }]);
  });

  it('takes the address of a client from who mounted the route, and from no header', () => {
    const forged = { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9', forwarded: 'for=203.0.113.9', 'user-agent': 'curl/8' };
    expect(asked('/api/gw/acme', forged, '192.0.2.1').by[2]).toEqual({ address: '192.0.2.1', agent: 'curl/8' });
  });
});
