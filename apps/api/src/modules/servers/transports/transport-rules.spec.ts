import { DomainError } from '@mcpnest/shared/errors';
import { toTransport } from './transport-rules.js';
import type { TransportHeaderDto } from './transport-header.dto.js';
import type { TransportDto } from './transport.dto.js';

const http = (url: string, headers?: TransportHeaderDto[]): TransportDto => ({
  type: 'streamable-http',
  url,
  ...(headers ? { headers } : {}),
});

function refusal(dto: TransportDto): DomainError {
  try {
    toTransport(dto);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('a transport', () => {
  it('is normalised and gets its defaults', () => {
    expect(
      toTransport(
        http('HTTPS://MCP.Example.com:443/a/../mcp?x=1', [
          { name: 'X-Team', value: 'blue' },
          { name: 'Authorization', secret: true },
        ]),
      ),
    ).toEqual({
      type: 'streamable-http',
      url: 'https://mcp.example.com/mcp?x=1',
      era: 'auto',
      headers: [
        { name: 'X-Team', secret: false, value: 'blue' },
        { name: 'Authorization', secret: true, value: null },
      ],
    });
  });

  it('of the 2024 kind has a stream to dial and no era to choose', () => {
    expect(toTransport({ type: 'sse', url: 'https://a.example/sse', era: 'auto' })).toEqual({
      type: 'sse',
      url: 'https://a.example/sse',
      headers: [],
    });
    expect(refusal({ type: 'sse', url: 'https://a.example/sse', era: 'modern' }).facts.errors?.[0]?.pointer).toBe('/transport/era');
  });

  it.each(['auto', 'modern', 'legacy', 'sse'] as const)('of the usual kind may be fixed to the era %s', (era) => {
    expect(toTransport({ ...http('https://a.example/'), era } as TransportDto)).toMatchObject({ era });
  });

  it.each(['streamable-http', 'sse'] as const)('of kind %s says so only where more is declared than clients declare', (type) => {
    const url = 'https://a.example/';
    expect(toTransport({ type, url, clientCapabilities: 'superset' })).toMatchObject({ clientCapabilities: 'superset' });
    expect(toTransport({ type, url, clientCapabilities: 'faithful' })).toEqual(toTransport({ type, url }));
  });

  it('of a program is given no network and no folder, and is not kept running, unless it says so', () => {
    expect(toTransport({ type: 'stdio', package: 'npm:@a/b@1.0.0' })).toMatchObject({
      network: false,
      folders: [],
      warm: false,
      integrity: null,
    });
    expect(refusal({ type: 'stdio', package: 'npm:@a/b@latest' }).code).toBe('servers.transport-invalid');
  });

  it.each([
    'mcp.example.com',
    '/mcp',
    'ftp://a.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user:pass@a.example/',
    'https://user@a.example/',
    'https://a.example/#part',
    'https://a.example/#',
    'https://',
    'https://a b.example/',
    'https://a.example/\nx',
  ])('with the URL %j is refused', (url) => {
    const { code, facts } = refusal(http(url));
    expect(code).toBe('servers.transport-invalid');
    expect(facts.errors?.[0]?.pointer).toBe('/transport/url');
  });

  it.each([
    'Host',
    'cookie',
    'Content-Length',
    'Connection',
    'Mcp-Session-Id',
    'MCP-Protocol-Version',
    'Accept',
    'Content-Type',
    'Transfer-Encoding',
    'X-Forwarded-For',
    'Proxy-Authorization',
    'Sec-Fetch-Site',
    'Origin',
    'X Y',
    'X:Y',
    '',
    'Ünicode',
    'x\r\ny',
  ])('may not set the header %j', (name) => {
    expect(refusal(http('https://a.example/', [{ name, secret: true }])).facts.errors?.[0]?.pointer).toBe('/transport/headers/0');
  });

  it('names a header once, whatever its case', () => {
    expect(
      refusal(
        http('https://a.example/', [
          { name: 'X-A', value: '1' },
          { name: 'x-a', secret: true },
        ]),
      ).facts.errors,
    ).toEqual([{ pointer: '/transport/headers/1', detail: 'This header is listed twice.' }]);
  });

  it.each([
    [{ name: 'X-A', secret: true, value: 'hunter2-value' }, 'a secret with its value in the open'],
    [{ name: 'X-A' }, 'a plain header without a value'],
    [{ name: 'X-A', value: 'a\r\nX-B: c' }, 'a value with a line break'],
    [{ name: 'Authorization', value: 'Bearer abc' }, 'a readable authorization'],
  ] as [TransportHeaderDto, string][])('refuses %j: %s', (header) => {
    const { facts } = refusal(http('https://a.example/', [header]));
    expect(facts.errors).toHaveLength(1);
    if (header.value) expect(JSON.stringify(facts)).not.toContain(JSON.stringify(header.value).slice(1, -1));
  });
});
