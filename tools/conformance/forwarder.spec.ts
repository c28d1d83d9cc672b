import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startForwarder } from './forwarder.mjs';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A server that says which it is and what it received. */
async function target(name: string): Promise<string> {
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
    incoming.on('end', () =>
      response.writeHead(201, { 'X-Name': name }).end(JSON.stringify({ raw: incoming.rawHeaders, url: incoming.url, body })),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/gw/w`;
}

function send(url: string, headers: Record<string, string>, body: string): Promise<{ answer: IncomingMessage; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString())).on('end', () => resolve({ answer, text }));
    });
    outgoing.once('error', reject).end(body);
  });
}

it('adds the token and changes nothing else', async () => {
  const { url, close } = await startForwarder([await target('one')], 'secret');
  closing.push(close);
  const headers = { Host: 'evil.example.com', 'MCP-Protocol-Version': '2026-07-28', 'Content-Length': '2' };
  const { answer, text } = await send(url, headers, '{}');
  const received = JSON.parse(text) as { raw: string[]; url: string; body: string };
  expect([answer.statusCode, answer.headers['x-name'], received.url, received.body]).toEqual([201, 'one', '/api/gw/w', '{}']);
  expect(received.raw.slice(0, 6)).toEqual(Object.entries(headers).flat());
  expect(received.raw.slice(-2)).toEqual(['Authorization', 'Bearer secret']);
});

it('takes its targets in turn', async () => {
  const { url, close } = await startForwarder([await target('one'), await target('two')], 'secret');
  closing.push(close);
  const names: unknown[] = [];
  for (let round = 0; round < 3; round++) names.push((await send(url, {}, '')).answer.headers['x-name']);
  expect(names).toEqual(['one', 'two', 'one']);
});
