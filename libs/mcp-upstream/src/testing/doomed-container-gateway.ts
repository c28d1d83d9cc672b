/** A process that runs a local server as a container and is killed for it. Its argument is the runner, as JSON. */
import type { ContainerRunner } from '../stdio/fence/container.js';
import { LocalHost } from '../stdio/local-host.js';
import { openStdioBench } from './stdio-bench.js';

const host = new LocalHost({ runner: JSON.parse(process.argv[2] ?? '') as ContainerRunner });
const bench = openStdioBench({ host });
process.stdout.write(`${await bench.text('daemon', { seconds: 631 })}\n`);
setInterval(() => undefined, 60_000);
