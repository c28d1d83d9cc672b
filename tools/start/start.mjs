// `npm start`: installs and builds what is missing or stale, then runs the server in this very process.
// Plain Node without dependencies, because it runs before anything is installed.
import { chdir } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { StepFailed, endStepsOnSignals } from './step.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Node ${process.versions.node} is too old: 20.19 or later is needed, 24 is best.\n`);
  process.exit(1);
}

const root = fileURLToPath(new URL('../..', import.meta.url));
chdir(root);
const release = endStepsOnSignals();
try {
  const { ensureInstalled } = await import('./install.mjs');
  const { ensureBuilt } = await import('./build.mjs');
  await ensureInstalled(root);
  await ensureBuilt(root);
} catch (error) {
  process.stderr.write(error instanceof StepFailed ? `${error.message}\n` : `${error.stack}\n`);
  process.exit(1);
}
release();
await import(pathToFileURL(`${root}/apps/api/dist/main.js`).href);
