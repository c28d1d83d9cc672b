import type { UpstreamRequest } from '@mcpnest/gateway-core';
import type { GuardedOrigin } from '../net/guarded-agent.js';
import { HeaderLines } from '../net/header-lines.js';
import { Endpoint } from './endpoint.js';
import { ModernWriter } from './modern-writer.js';
import type { Wire } from './wire.js';

// Nothing is sent here.
const endpoint = new Endpoint({} as GuardedOrigin, '/mcp', new HeaderLines(['accept', '*/*']));
const wire = { clientInfo: { name: 'g', version: '1' } } as Wire;

const request = (uri: string, more: Partial<UpstreamRequest> = {}) =>
  ({ method: 'resources/read', params: [['uri', JSON.stringify(uri)]], meta: [], clientCapabilities: {}, ...more }) as const;

it('every request carries the headers of its own name, however many names there were before', () => {
  const writer = new ModernWriter(endpoint, wire, '2026-07-28');
  for (let round = 0; round < 2; round++)
    for (let n = 0; n < 300; n++) {
      const { text, headers } = writer.write(request(`file:///${n}`), n);
      expect(text).toContain(`"uri":"file:///${n}"`);
      expect(headers.lines().text).toBe(
        `accept: */*\r\nMCP-Protocol-Version: 2026-07-28\r\nMcp-Method: resources/read\r\nMcp-Name: file:///${n}\r\n`,
      );
    }
});

it('what belongs to one request stands in no other one', () => {
  const writer = new ModernWriter(endpoint, wire, '2026-07-28');
  const own = { paramHeaders: { Region: 'eu' }, trace: { traceparent: '00-a' } };
  const linesOf = (more?: Partial<UpstreamRequest>): string => writer.write(request('file:///a', more), 1).headers.lines().text;
  const plain = linesOf();
  expect(linesOf(own)).toBe(`${plain}Mcp-Param-Region: eu\r\ntraceparent: 00-a\r\n`);
  expect(linesOf()).toBe(plain);
});
