/** A process that runs a local server and is killed for it: prints the pid of the server's process, and of a daemon that it left. */
import { openStdioBench } from './stdio-bench.js';

const bench = openStdioBench();
const daemon = await bench.text('daemon', { seconds: 613 });
const { processes } = await bench.state();
process.stdout.write(`${JSON.stringify({ pids: processes.map(({ pid }) => pid), daemon })}\n`);
setInterval(() => undefined, 60_000);
