// `npm run dev`: the server from its sources, restarted on changes, and the console with hot reload, both until Ctrl-C.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CONSOLE_URL = 'http://127.0.0.1:5173';
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const node = (args, options = {}) => spawn(process.execPath, args, { stdio: 'inherit', ...options });
const running = [
  node(['--watch', '--conditions=mcpnest-source', '--import', './tools/source-loader/register.mjs', 'apps/api/src/main.ts'], {
    env: { ...process.env, PUBLIC_URL: process.env.PUBLIC_URL || CONSOLE_URL },
  }),
  node(['../../node_modules/vite/bin/vite.js'], { cwd: 'apps/admin' }),
];
let isEnding = false;
const end = (signal) => {
  if (isEnding) return;
  isEnding = true;
  for (const child of running) child.kill(signal);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));
// One without the other is of no use.
for (const child of running)
  child.once('exit', (code) => {
    process.exitCode ||= code ?? 0;
    end('SIGTERM');
  });
