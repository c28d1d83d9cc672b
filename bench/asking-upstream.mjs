// The cheapest possible legacy server with a tool that asks its client something and waits for the answer.
// Prints its port, and is told nothing else.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

const REVISION = '2025-11-25';
const TOOL = { name: 'ask', description: 'Asks for a name.', inputSchema: { type: 'object', properties: { text: { type: 'string' } } } };
const SCHEMA = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };

/** Ids of our questions → the streams that wait for their answers. */
const waiting = new Map();

const RESULTS = {
  initialize: () => ({ protocolVersion: REVISION, capabilities: { tools: {} }, serverInfo: { name: 'asking', version: '1.0.0' } }),
  'tools/list': () => ({ tools: [TOOL] }),
  ping: () => ({}),
};

function ask(id, response) {
  const question = randomUUID();
  waiting.set(question, { id, response });
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(
    event({ jsonrpc: '2.0', id: question, method: 'elicitation/create', params: { message: 'Who?', requestedSchema: SCHEMA } }),
  );
  response.once('close', () => waiting.delete(question));
}

const event = (message) => `data: ${JSON.stringify(message)}\n\n`;

function settle({ id: question, result }) {
  const asked = waiting.get(question);
  waiting.delete(question);
  asked?.response.end(event({ jsonrpc: '2.0', id: asked.id, result: { content: [{ type: 'text', text: JSON.stringify(result) }] } }));
}

function answer(message, response) {
  if (message.method === undefined) settle(message);
  if (message.id === undefined || message.method === undefined) return response.writeHead(202).end();
  if (message.method === 'tools/call') return ask(message.id, response);
  const result = RESULTS[message.method]?.();
  const body = result
    ? { jsonrpc: '2.0', id: message.id, result }
    : { jsonrpc: '2.0', id: message.id, error: { code: -32601, message: 'unknown method' } };
  const headers = { 'content-type': 'application/json', ...(message.method === 'initialize' && { 'mcp-session-id': randomUUID() }) };
  response.writeHead(200, headers).end(JSON.stringify(body));
}

const server = createServer({ keepAliveTimeout: 600_000, requestTimeout: 0 }, (request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    if (request.method === 'DELETE') return response.writeHead(204).end();
    if (request.method !== 'POST') return response.writeHead(405).end();
    answer(JSON.parse(Buffer.concat(chunks)), response);
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
