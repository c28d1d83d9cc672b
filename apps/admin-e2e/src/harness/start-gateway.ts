import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The build to test: the one of this checkout, unless `GATEWAY_MAIN` names another. */
const MAIN = process.env['GATEWAY_MAIN'] ?? fileURLToPath(new URL('../../../api/dist/main.js', import.meta.url));

export const OPERATOR = { email: 'ada@example.com', password: 'correct horse battery', name: 'Ada' } as const;

export interface Gateway {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** The link of an installation without operator. */
  readonly setupUrl: string | undefined;
  stop(): Promise<void>;
}

/** Starts the built server on a free port with data of its own. `withOperator` false leaves it empty, with a setup link. */
export function startGateway({ withOperator = true } = {}): Promise<Gateway> {
  const folder = mkdtempSync(join(tmpdir(), 'console-e2e-'));
  chmodSync(folder, 0o711);
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    PORT: '0',
    DATA_DIR: join(folder, 'data'),
    EGRESS_ALLOW: '127.0.0.1:*',
    // Each test comes from an address of its own.
    TRUST_PROXY: 'loopback',
    ...(withOperator ? { MCPNEST_ADMIN_EMAIL: OPERATOR.email, MCPNEST_ADMIN_PASSWORD: OPERATOR.password } : {}),
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const log: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => log.push(line));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return new Promise((resolve, reject) => {
    let url: string | undefined;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, address] = line.split(' ');
      if (word === 'ready') url = address;
      if (url && withOperator) resolve({ url, setupUrl: undefined, stop });
      if (url && word === 'setup') resolve({ url, setupUrl: address, stop });
    });
    void ended.then(() => reject(new Error(`the server ended before it was ready\n${log.slice(-20).join('\n')}`)));
  });
}
