// Runs a program of the repository with its output shown, and ends it when this process is told to end.
import { spawn } from 'node:child_process';

/** @returns {Promise<number>} its exit code */
export function runTool(args, env = {}) {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', ...env },
  });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const each of signals) process.off(each, pass);
      if (signals.includes(signal)) process.exit(1);
      resolve(code ?? 1);
    });
  });
}
