import type { IncomingMessage } from 'node:http';
import type { HttpConfig } from '../../config/slices.js';
import { ClientAddresses } from './client-addresses.js';

/** The address that is believed of a request from `peer` with this header. */
const seen = (trustProxy: readonly string[], peer: string, forwardedFor?: string): string =>
  new ClientAddresses({ trustProxy } as HttpConfig).of({
    socket: { remoteAddress: peer },
    headers: { ...(forwardedFor !== undefined && { 'x-forwarded-for': forwardedFor }) },
  } as unknown as IncomingMessage);

describe('the address of a client', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8::1', '2001:db8::1'],
  ])('is that of its connection: %s', (peer, address) => {
    expect(seen([], peer)).toBe(address);
  });

  it('is never what a sender who is not trusted writes into a header', () => {
    expect(seen([], '203.0.113.9', '10.0.0.1')).toBe('203.0.113.9');
    expect(seen(['10.0.0.0/8'], '203.0.113.9', '10.0.0.1')).toBe('203.0.113.9');
  });

  it.each([
    ['one proxy', ['10.0.0.1'], '10.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['what a client put before it', ['10.0.0.1'], '10.0.0.1', '127.0.0.1, 198.51.100.7', '198.51.100.7'],
    ['two proxies', ['10.0.0.0/8'], '10.0.0.1', '198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['a proxy on this machine', ['loopback'], '::1', '198.51.100.7', '198.51.100.7'],
    ['a mapped proxy', ['uniquelocal'], '::ffff:10.0.0.1', '2001:db8::9', '2001:db8::9'],
    ['nothing but proxies', ['10.0.0.0/8'], '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['nonsense', ['10.0.0.0/8'], '10.0.0.1', 'unknown', '10.0.0.1'],
    ['nonsense behind a proxy', ['10.0.0.0/8'], '10.0.0.1', '198.51.100.7, x, 10.0.0.2', '10.0.0.2'],
    ['an empty header', ['10.0.0.0/8'], '10.0.0.1', '', '10.0.0.1'],
  ])('behind %s is the last that a trusted one names', (_name, trusted, peer, header, address) => {
    expect(seen(trusted, peer, header)).toBe(address);
  });
});
