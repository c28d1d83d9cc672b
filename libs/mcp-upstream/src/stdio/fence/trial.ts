import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Launch } from '../launch.js';
import type { FencedCommand, FenceMaker } from './fence.js';
import type { LocalBounds } from './limits.js';

/** Runs a command to its end and gives back what it printed; null where it failed. */
export type RunToEnd = (command: FencedCommand) => Promise<string | null>;

/** What is run to see what holds: for the shell. */
export interface Trial {
  readonly script: string;
  readonly args: readonly string[];
  readonly bounds: LocalBounds;
}

/** Runs a script behind a fence, without network and with a home of its own, and gives back what it printed; null where it failed. */
export async function tryBehind(maker: FenceMaker, { script, args, bounds }: Trial, run: RunToEnd): Promise<string | null> {
  const place = mkdtempSync(join(tmpdir(), 'mcpnest-fence-'));
  try {
    const home = mkdtempSync(join(place, 'home-'));
    const launch: Launch = {
      file: '/bin/sh',
      args: ['-c', script, 'sh', ...args],
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
    return await run(maker.command(launch, bounds));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
