import { Client as ClientV2, StreamableHTTPClientTransport as TransportV2 } from '@modelcontextprotocol/client';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const NAME = { name: 'testkit', version: '1.0.0' };

/** A connected client of the official SDK 1.x, with a bearer token unless it is undefined. */
export async function connectSdkClientV1(url: string, token?: string): Promise<ClientV1> {
  const client = new ClientV1(NAME);
  const transport = new TransportV1(new URL(url), { requestInit: { headers: bearer(token) } });
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  return client;
}

/** A connected client of the official SDK 2.x: `auto` probes for the modern family, `legacy` speaks the old one. */
export async function connectSdkClientV2(url: string, token?: string, mode: 'auto' | 'legacy' = 'auto'): Promise<ClientV2> {
  const client = new ClientV2(NAME, { versionNegotiation: { mode } });
  await client.connect(new TransportV2(new URL(url), { requestInit: { headers: bearer(token) } }));
  return client;
}

function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}
