import { readFileSync } from 'node:fs';
import { within } from './eventually.js';
import type { Route } from './given.js';
import type { RunningServer } from './start-server.js';

/** What an attack may take of the process, whatever its size: garbage that is not collected yet, and buffers in use. */
const GROWTH_BYTES_MAX = 256 * 1024 * 1024;
/** A neighbour's call, on a machine that is busy with the attack itself. */
const NEIGHBOUR_MS = 3_000;

/**
 * Does something hostile while another workspace works: that one is served all the time, and the gateway's memory stays within
 * its bound. @param neighbour a route to the demo server
 */
export async function unfeltBy(neighbour: Route, server: RunningServer, attack: () => Promise<void>): Promise<void> {
  const before = residentBytes(server);
  let peak = before;
  let isOver = false;
  const work = async (): Promise<void> => {
    do {
      const { json } = await within(neighbour.client.call('add', { a: 1, b: 2 }), NEIGHBOUR_MS, "a neighbour's call");
      expect(json.result?.content?.[0]?.text).toBe('3');
      peak = Math.max(peak, residentBytes(server));
    } while (!isOver);
  };
  await Promise.all([attack().finally(() => (isOver = true)), work()]);
  expect(peak - before).toBeLessThan(GROWTH_BYTES_MAX);
}

/** Of the gateway's own process, as Linux counts them. */
function residentBytes(server: RunningServer): number {
  const status = readFileSync(`/proc/${server.processes()[0]!.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1_024;
}
