// Processes of a run: started, waited for until they say that they are ready, and ended by their ids.
import { spawn } from 'node:child_process';

const READY_WITHIN_MS = 60_000;
const END_WITHIN_MS = 10_000;
const running = new Set();

/** Starts a program of ours. @returns the child, whose `said` holds what it wrote to standard error */
export function startChild(args, { env = {}, cwd } = {}) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, args, { cwd, env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  child.said = [];
  child.stderr.setEncoding('utf8').on('data', (text) => child.said.push(text));
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** The address behind the word `ready` on standard output. @throws where the program ends first or takes too long */
export function readyUrl(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = (why) => reject(new Error(`${child.spawnargs.slice(1).join(' ')} ${why}: ${child.said.join('').slice(-2_000)}`));
    const timer = setTimeout(() => fail('was not ready in time'), READY_WITHIN_MS);
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      const found = /^ready (\S+)$/m.exec(text);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1]);
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}

/** Ends a program, politely first. */
export async function endChild(child) {
  if (!running.has(child)) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}

export const endAllChildren = () => Promise.all([...running].map(endChild));
