import type { UpstreamTransport } from '@mcpnest/gateway-core';
import type { Transport } from './transport.js';
import { targetOf } from './upstream-target.js';

const url = 'https://a.example/mcp';
const targetFor = (transport: Transport) =>
  targetOf(
    { serverId: 'srv_1', serverSlug: 'a', version: 1, transport },
    { headers: {}, secrets: [], missing: [], credentialIds: [], revisions: [] },
  );

describe('the target of a transport', () => {
  it.each<[Transport, UpstreamTransport]>([
    [
      { type: 'streamable-http', url, headers: [], era: 'sse' },
      { type: 'streamable-http', url, era: 'sse', clientCapabilities: 'faithful' },
    ],
    [
      { type: 'sse', url, headers: [], clientCapabilities: 'superset' },
      { type: 'sse', url, clientCapabilities: 'superset' },
    ],
    [
      { type: 'builtin', name: 'demo' },
      { type: 'builtin', name: 'demo' },
    ],
  ])('%j is dialled as it says', (transport, dialled) => {
    expect(targetFor(transport).transport).toEqual(dialled);
  });

  it('is another one where what is declared to the server is another', () => {
    expect(targetFor({ type: 'sse', url, headers: [], clientCapabilities: 'superset' }).key).not.toBe(
      targetFor({ type: 'sse', url, headers: [] }).key,
    );
  });
});
