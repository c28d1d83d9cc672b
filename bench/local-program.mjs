// The smallest local server: answers `initialize`, lists and calls of one tool. Stays out of the way of what is measured.
import { createInterface } from 'node:readline';

const TOOL = { name: 'bench', description: 'Gives back what it was given', inputSchema: { type: 'object' } };
const results = {
  initialize: ({ protocolVersion }) => ({ protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'bench', version: '1.0.0' } }),
  'tools/list': () => ({ tools: [TOOL] }),
  'tools/call': ({ arguments: given }) => ({ content: [{ type: 'text', text: JSON.stringify(given) }] }),
};

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) return;
  const result = results[method];
  const answer = result ? { result: result(params ?? {}) } : { error: { code: -32601, message: 'Method not found' } };
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...answer })}\n`);
});
