// Yardstick: what Node alone can do. Reads the message, parses its envelope, passes it on over kept connections, answers with a length.
// Usage: raw-proxy.mjs <port of the upstream>; prints its own port.
import { createServer } from 'node:http';
import { Pool } from 'undici';

const upstream = new Pool(`http://127.0.0.1:${process.argv[2]}`, { connections: 64, pipelining: 1 });
const HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

class Relay {
  constructor(response) {
    this.response = response;
    this.chunks = [];
  }
  onConnect() {}
  onHeaders(status, headers) {
    this.status = status;
    for (let i = 0; i < headers.length; i += 2)
      if (headers[i].toString('latin1').toLowerCase() === 'content-type') this.type = headers[i + 1].toString('latin1');
    return true;
  }
  onData(chunk) {
    this.chunks.push(chunk);
    return true;
  }
  onComplete() {
    const body = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
    this.response.writeHead(this.status, { 'content-type': this.type, 'content-length': body.length }).end(body);
  }
  onError() {
    this.response.writeHead(502).end();
  }
}

const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    const { method } = JSON.parse(body);
    if (typeof method !== 'string') return response.writeHead(400).end();
    upstream.dispatch({ path: '/mcp', method: 'POST', headers: HEADERS, body }, new Relay(response));
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
