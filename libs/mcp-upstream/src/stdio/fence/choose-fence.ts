import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Launch } from '../launch.js';
import { isRoot } from './accounts.js';
import { bubblewrap } from './bubblewrap.js';
import type { Fence, FenceHolds, FenceMaker } from './fence.js';
import { bare, boundsAlone, namespaces, ownAccount } from './lesser-fences.js';
import { LOOK_AROUND, readLookAround } from './look-around.js';

/** Runs a command to its end and gives back what it printed; null where it failed. */
export type RunToEnd = (command: ReturnType<FenceMaker['command']>) => Promise<string | null>;

const candidates = (): readonly FenceMaker[] => [bubblewrap, namespaces, ...(isRoot() ? [ownAccount] : []), boundsAlone];

/** The first fence that works on this machine, the best where none are given, with what a program saw that looked around behind it. Never throws. */
export async function chooseFence(run: RunToEnd, makers: readonly FenceMaker[] = candidates()): Promise<Fence> {
  const place = mkdtempSync(join(tmpdir(), 'mcpnest-fence-'));
  try {
    const outside = join(place, 'outside');
    writeFileSync(outside, '');
    for (const maker of makers) {
      const holds = await seenBehind(maker, { run, place, outside });
      if (holds) return { ...maker, holds };
    }
    return { ...bare, holds: NOTHING };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function seenBehind(
  maker: FenceMaker,
  { run, place, outside }: { run: RunToEnd; place: string; outside: string },
): Promise<FenceHolds | null> {
  const home = mkdtempSync(join(place, 'home-'));
  const launch: Launch = {
    file: '/bin/sh',
    args: ['-c', LOOK_AROUND, 'sh', outside],
    variables: [],
    readable: [],
    writable: [],
    home,
    network: false,
    account: 'look-around',
  };
  const owner = maker.ownerOf(launch);
  chmodSync(place, 0o711);
  if (owner !== null) chownSync(home, owner, owner);
  const printed = await run(maker.command(launch));
  return printed === null ? null : readLookAround(printed, process.getuid?.() ?? -1);
}

export const NOTHING: FenceHolds = {
  ownUser: false,
  privateFiles: false,
  ownProcesses: false,
  networkOff: false,
  memoryLimit: false,
  processLimit: false,
  fileLimit: false,
  endsWithGateway: false,
};
