/** A process that runs a tool and is killed for it: the tool says which process it is in a file, and never ends. */
import { runTool } from '../stdio/packages/run-tool.js';

const [, , file = ''] = process.argv;
const TOOL = `require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); process.stdout.write('up'); setInterval(() => undefined, 60_000)`;
await runTool(process.execPath, ['-e', TOOL], {
  cwd: '/',
  timeoutMs: 600_000,
  signal: new AbortController().signal,
  environment: {},
});
