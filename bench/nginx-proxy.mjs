// Yardstick: nginx as a plain reverse proxy with one worker and kept connections.
import { once } from 'node:events';
import { createServer, connect } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childrenOf, start } from './processes.mjs';

const configuration = (folder, port, upstream) => `
daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off; keepalive_requests 1000000000; keepalive_timeout 600s;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  upstream mcp { server 127.0.0.1:${upstream}; keepalive 64; keepalive_requests 1000000000; }
  server { listen 127.0.0.1:${port}; location / { proxy_pass http://mcp; proxy_http_version 1.1; proxy_set_header Connection ""; } }
}
`;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves when something listens there. */
async function listening(port) {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise((resolve) => socket.once('connect', () => resolve(true)).once('error', () => resolve(false)));
    socket.destroy();
    if (isOpen) return;
  }
}

/** @returns where it listens, and the process that does the work. */
export async function startNginx(core, upstream) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-nginx-'));
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration(folder, port, upstream));
  const child = start(core, ['nginx', '-e', join(folder, 'error.log'), '-c', file], { stdio: ['ignore', 'ignore', 'ignore'] });
  child.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await Promise.race([listening(port), once(child, 'exit').then(() => Promise.reject(new Error('nginx did not start')))]);
  return { url: `http://127.0.0.1:${port}/mcp`, pid: () => childrenOf(child.pid)[0] };
}
