// The cheapest possible MCP server of both eras: one tool, answered with about 1 KB of JSON from a prepared text.
// Prints its port, and is told nothing else.
import { createServer } from 'node:http';

const MODERN = '2026-07-28';
const SERVER = { name: 'bench', version: '1.0.0' };
const TOOL = {
  name: 'bench',
  description: 'Answers about one kilobyte.',
  inputSchema: { type: 'object', properties: { text: { type: 'string' } } },
};
const TEXT = 'The quick brown fox jumps over the lazy dog. '.repeat(20);
const CALL = JSON.stringify({ content: [{ type: 'text', text: TEXT }], resultType: 'complete' });

const RESULTS = {
  'server/discover': () =>
    JSON.stringify({
      supportedVersions: [MODERN],
      capabilities: { tools: {} },
      resultType: 'complete',
      ttlMs: 0,
      cacheScope: 'private',
      _meta: { 'io.modelcontextprotocol/serverInfo': SERVER },
    }),
  initialize: ({ params }) => JSON.stringify({ protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo: SERVER }),
  'tools/list': () => JSON.stringify({ tools: [TOOL], resultType: 'complete', ttlMs: 0, cacheScope: 'private' }),
  'tools/call': () => CALL,
};

function answer(message) {
  const result = RESULTS[message.method];
  if (!result) return `{"jsonrpc":"2.0","id":${JSON.stringify(message.id)},"error":{"code":-32601,"message":"unknown method"}}`;
  return `{"jsonrpc":"2.0","id":${JSON.stringify(message.id)},"result":${result(message)}}`;
}

const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    if (request.method !== 'POST') return response.writeHead(405).end();
    const message = JSON.parse(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
    if (message.id === undefined) return response.writeHead(202).end();
    const text = answer(message);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
