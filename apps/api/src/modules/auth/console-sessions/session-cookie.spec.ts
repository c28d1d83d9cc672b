import type { IncomingMessage } from 'node:http';
import { SessionCookie } from './session-cookie.js';

const cookieAt = (publicUrl: string) => new SessionCookie({ host: '', port: 0, publicUrl, trustProxy: [] });
const request = (cookie?: string) => ({ headers: { cookie } }) as IncomingMessage;

describe('the session cookie', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['mcpnest=abc', 'abc'],
    ['a=b; mcpnest=abc; c=d', 'abc'],
    ['xmcpnest=abc', undefined],
    ['mcpnest', undefined],
    ['mcpnest=', undefined],
    ['mcpnest=a=b', 'a=b'],
    ['mcpnest=first; mcpnest=second', 'first'],
    ['__Host-mcpnest=abc', undefined],
  ])('is read from %p as %p', (header, value) => {
    expect(cookieAt('http://localhost:3000').read(request(header))).toBe(value);
  });

  it('is called otherwise over https, so that neither is taken for the other', () => {
    const secure = cookieAt('https://mcp.example.com');
    expect([secure.read(request('mcpnest=abc')), secure.read(request('__Host-mcpnest=abc'))]).toEqual([undefined, 'abc']);
    expect(secure.clear()).toBe('__Host-mcpnest=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0');
  });
});
