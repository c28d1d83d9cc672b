// Child processes of the start: quiet, and never left behind.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const KILL_AFTER_MS = 5_000;
/** @type {import('node:child_process').ChildProcess | null} */
let current = null;
let received = null;

/** A step went wrong; the message holds what a person needs. */
export class StepFailed extends Error {}

/** Ends the running step and then this process on SIGINT, SIGTERM or SIGHUP. @returns a function that gives the signals back */
export function endStepsOnSignals() {
  const onSignal = (signal) => {
    if (received) return;
    received = signal;
    if (!current) process.exit(exitCode(signal));
    signalGroup(current, 'SIGTERM');
    setTimeout(() => current && signalGroup(current, 'SIGKILL'), KILL_AFTER_MS);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
}

/**
 * Runs a program to its end. It leads a group of its own, so that all of its children can be ended with it.
 * stdout belongs to the server: what the program says is kept, and shown only when it fails.
 */
export async function runStep(what, file, args, { cwd, env = process.env }) {
  process.stderr.write(`${what} …\n`);
  const child = spawn(file, args, { cwd, env, detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
  current = child;
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      said.push(Buffer.from(error.message));
      resolve(1);
    });
    child.once('close', (exit) => resolve(exit ?? 1));
  });
  current = null;
  if (received) process.exit(exitCode(received));
  if (code !== 0) throw new StepFailed(`${Buffer.concat(said).toString().trimEnd()}\n${what} failed (exit code ${code}).`);
}

const exitCode = (signal) => 128 + constants.signals[signal];

function signalGroup(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // It ended in the meantime.
  }
}
