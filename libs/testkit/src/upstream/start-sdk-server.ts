import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { McpServer as McpServerV1 } from '@modelcontextprotocol/sdk/server/mcp.js';
import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { createMcpHandler, McpServer as McpServerV2 } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { readBody, startHttpServer, type RunningHttpServer } from '../http/start-http-server.js';

export interface SdkServer extends RunningHttpServer {
  readonly url: string;
}

/** Input of the one tool both servers offer: `greet({ who })` answers `Hello, {who}!`. */
const GREET = { title: 'Greet', description: 'Says hello', inputSchema: { who: z.string() } };
const greeting = ({ who }: { who: string }): { content: { type: 'text'; text: string }[] } => ({
  content: [{ type: 'text', text: `Hello, ${who}!` }],
});

/** A server written with the official SDK: 1.x speaks the legacy family with sessions, 2.x both families, `sse` is 1.x over HTTP+SSE. */
export async function startSdkServer({ version }: { readonly version: 1 | 2 | 'sse' }): Promise<SdkServer> {
  const handle = version === 'sse' ? handleSse() : version === 1 ? handleV1() : handleV2();
  const server = await startHttpServer((request, response) => void handle(request, response));
  return Object.assign(server, { url: `${server.origin}/${version === 'sse' ? 'sse' : 'mcp'}` });
}

function handleV1(): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const transports = new Map<string, StreamableHTTPServerTransport>();
  return async (request, response) => {
    const body = await readBody(request);
    const known = transports.get(String(request.headers['mcp-session-id']));
    const transport =
      known ??
      new StreamableHTTPServerTransport({
        sessionIdGenerator: randomUUID,
        onsessioninitialized: (id) => void transports.set(id, transport),
      });
    if (!known) {
      const server = serverV1();
      await server.connect(transport as Parameters<typeof server.connect>[0]);
    }
    await transport.handleRequest(request, response, body === '' ? undefined : JSON.parse(body));
  };
}

function serverV1(): McpServerV1 {
  const server = new McpServerV1({ name: 'sdk-v1', version: '1.0.0' }, { instructions: 'Greets people' });
  server.registerTool('greet', GREET, greeting);
  return server;
}

function handleSse(): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const transports = new Map<string, SSEServerTransport>();
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET' && pathname === '/sse') {
      const transport = new SSEServerTransport('/messages', response);
      transports.set(transport.sessionId, transport);
      await serverV1().connect(transport);
      return;
    }
    const transport = transports.get(searchParams.get('sessionId') ?? '');
    if (transport) return transport.handlePostMessage(request, response);
    response.writeHead(404).end();
  };
}

function handleV2(): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const handler = createMcpHandler(() => {
    const server = new McpServerV2({ name: 'sdk-v2', version: '2.0.0' }, { instructions: 'Greets people' });
    server.registerTool('greet', { ...GREET, inputSchema: z.object(GREET.inputSchema) }, greeting);
    return server;
  });
  const handle = toNodeHandler(handler);
  return async (request, response) => void (await handle(request, response));
}
