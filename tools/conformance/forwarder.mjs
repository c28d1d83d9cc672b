// The suite cannot send a bearer token, so each run has a loopback forwarder that adds one and changes nothing else:
// host, origin, the order of headers, bodies, streams and disconnections pass as they are.
import { createServer, request } from 'node:http';

/**
 * @param {string[]} targets addresses that take turns, request by request
 * @returns {Promise<{ url: string, close(): void }>}
 */
export async function startForwarder(targets, token) {
  let turn = 0;
  const server = createServer((incoming, response) => {
    const target = new URL(targets[turn++ % targets.length]);
    const headers = [...incoming.rawHeaders, 'Authorization', `Bearer ${token}`];
    const outgoing = request({ host: target.hostname, port: target.port, method: incoming.method, path: target.pathname, headers });
    outgoing.once('response', (answer) => {
      response.writeHead(answer.statusCode, answer.rawHeaders);
      response.flushHeaders();
      answer.pipe(response);
      answer.once('error', () => response.destroy());
    });
    outgoing.once('error', () => response.destroy());
    response.once('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://localhost:${server.address().port}/mcp`, close };
}
