import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { HttpServer } from './http-server.js';

const PATIENCE_MS = 20_000;

async function connected(server: HttpServer): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

async function textUntilClosed(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text;
}

describe('the listener', () => {
  it('closes at once where clients hold connections on which they never asked, and those that are idle', async () => {
    const server = await HttpServer.open('127.0.0.1', 0);
    server.serve([], (_request, response) => response.end('done'));
    const [silent, idle] = [await connected(server), await connected(server)];
    idle.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
    await once(idle, 'data');
    const before = performance.now();
    await server.close(PATIENCE_MS);
    expect(performance.now() - before).toBeLessThan(2_000);
    for (const socket of [silent, idle]) if (!socket.closed) await once(socket.resume(), 'close');
  });

  it('lets a request under way end before it closes', async () => {
    const server = await HttpServer.open('127.0.0.1', 0);
    let answer = (): void => undefined;
    const arrived = new Promise<void>((resolve) =>
      server.serve([], (_request, response) => {
        answer = () => response.end('the whole answer');
        resolve();
      }),
    );
    const socket = await connected(server);
    socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
    await arrived;
    const closed = server.close(PATIENCE_MS);
    answer();
    expect(await textUntilClosed(socket)).toContain('the whole answer');
    await closed;
  });
});
