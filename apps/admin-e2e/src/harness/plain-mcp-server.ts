import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PlainTool {
  name: string;
  description: string;
  inputSchema: object;
}

export interface PlainMcpServer {
  readonly url: string;
  /** What it lists; may be changed while it runs. */
  readonly tools: PlainTool[];
  /** Values of the Authorization header of all requests. */
  readonly seen: (string | undefined)[];
  stop(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<{ id?: unknown; method?: string; params?: { protocolVersion?: string } }> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text || '{}');
}

const TOOLS = ['find_invoice', 'list_invoices'].map((name) => ({
  name,
  description: `Would ${name.replace('_', ' ')}.`,
  inputSchema: { type: 'object' },
}));

/** The smallest MCP server over HTTP: greets, lists two tools, answers calls. Refuses whoever lacks `secret`. */
export async function startPlainMcpServer(secret?: string): Promise<PlainMcpServer> {
  const tools: PlainTool[] = structuredClone(TOOLS);
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const answer = (status: number, body?: unknown) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(body === undefined ? undefined : JSON.stringify(body));
    seen.push(request.headers.authorization);
    if (secret !== undefined && request.headers.authorization !== secret) return void answer(401, { error: 'unauthorized' });
    if (request.method !== 'POST') return void answer(405);
    void bodyOf(request).then(({ id, method, params }) => {
      const reply = (result: unknown) => answer(200, { jsonrpc: '2.0', id, result });
      if (id === undefined) answer(202);
      else if (method === 'initialize')
        reply({
          protocolVersion: params?.protocolVersion ?? '2025-06-18',
          capabilities: { tools: {} },
          serverInfo: { name: 'invoices', version: '1.2.3' },
        });
      else if (method === 'tools/list') reply({ tools });
      else if (method === 'tools/call') reply({ content: [{ type: 'text', text: 'done' }] });
      else if (method === 'ping') reply({});
      else answer(200, { jsonrpc: '2.0', id, error: { code: -32601, message: 'Method not found' } });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`,
    tools,
    seen,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
