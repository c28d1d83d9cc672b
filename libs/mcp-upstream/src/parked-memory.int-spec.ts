import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sourceProgram } from '@mcpnest/testkit';

jest.setTimeout(180_000);

const PROGRAM = sourceProgram(new URL('./testing/parked-calls.ts', import.meta.url));
const HELD_BYTES_MAX = 64 * 1024;

test.each(['streamable-http', 'sse'])(
  'a call that waits for a person on a server over %s holds little, however large its arguments were',
  async (transport) => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', ...PROGRAM, transport]);
    expect(stdout).toMatch(/^\d+\n$/);
    expect(Number(stdout)).toBeLessThan(HELD_BYTES_MAX);
  },
);
