import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot } from './accounts.js';
import { bubblewrap } from './bubblewrap.js';
import type { Fence, FenceHolds, FenceMaker } from './fence.js';
import { bare, boundsAlone, namespaces, ownAccount } from './lesser-fences.js';
import type { LocalBounds } from './limits.js';
import { LOOK_AROUND, readLookAround } from './look-around.js';
import { tryBehind, type RunToEnd } from './trial.js';

const candidates = (): readonly FenceMaker[] => [bubblewrap, namespaces, ...(isRoot() ? [ownAccount] : []), boundsAlone];

/** The first fence that works on this machine, the best where none are given, with what a program saw that looked around behind it. Never throws. */
export async function chooseFence(run: RunToEnd, bounds: LocalBounds, makers: readonly FenceMaker[] = candidates()): Promise<Fence> {
  const place = mkdtempSync(join(tmpdir(), 'mcpnest-outside-'));
  try {
    const outside = join(place, 'file');
    writeFileSync(outside, '');
    for (const maker of makers) {
      const printed = await tryBehind(maker, { script: LOOK_AROUND, args: [outside], bounds }, run);
      const holds = printed === null ? null : readLookAround(printed, { uid: process.getuid?.() ?? -1, kind: maker.kind, bounds });
      if (holds) return { ...maker, holds };
    }
    return { ...bare, holds: NOTHING };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

export const NOTHING: FenceHolds = {
  ownUser: false,
  privateFiles: false,
  ownProcesses: false,
  networkOff: false,
  processorLimit: false,
  memoryTogether: false,
  memoryLimit: false,
  processLimit: false,
  fileLimit: false,
  endsWithGateway: false,
};
