import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

jest.setTimeout(180_000);

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PROGRAM = fileURLToPath(new URL('./testing/parked-calls.ts', import.meta.url));
const LOADER = ['--conditions=mcpnest-source', '--import', resolve(ROOT, 'tools/source-loader/register.mjs')];
const HELD_BYTES_MAX = 64 * 1024;

test.each(['streamable-http', 'sse'])(
  'a call that waits for a person on a server over %s holds little, however large its arguments were',
  async (transport) => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', ...LOADER, PROGRAM, transport], { cwd: ROOT });
    expect(stdout).toMatch(/^\d+\n$/);
    expect(Number(stdout)).toBeLessThan(HELD_BYTES_MAX);
  },
);
