import { boundsSeen, READ_BOUNDS } from '../groups/bounds-inside.js';
import type { FenceHolds, FenceKind } from './fence.js';
import { LOCAL_LIMITS, type LocalBounds } from './limits.js';

/** Run behind a fence without network: prints what can be seen from there. `$1` is a file outside that should not be seen. */
export const LOOK_AROUND =
  'cat /proc/self/status; echo --; cat /proc/self/limits; echo --; cat /proc/net/dev; echo --; [ -e "$1" ] && echo seen; echo --; ' +
  `${READ_BOUNDS}; echo --; echo $$`;

/** Who looked around: as whom the gateway runs, behind which fence, within which bounds. */
export interface Looked {
  readonly uid: number;
  readonly kind: FenceKind;
  readonly bounds: LocalBounds;
}

/** Reads what the look-around printed; null where it did not come to its end. */
export function readLookAround(printed: string, { uid, kind, bounds }: Looked): FenceHolds | null {
  const [status = '', limits = '', interfaces = '', seen = '', groups = '', pid] = printed.split(/^--\n/m);
  if (pid === undefined) return null;
  const user = Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]);
  const limited = (name: string, most: number): boolean =>
    Number(new RegExp(`^${name}\\s+(\\d+)`, 'm').exec(limits)?.[1] ?? Infinity) <= most;
  // Few processes are below this number where the counting began anew.
  const ownProcesses = Number(pid) < 16;
  return {
    ownUser: user !== uid,
    privateFiles: !seen.includes('seen'),
    ownProcesses,
    networkOff: !interfaces.split('\n').some((line) => /^\s*(?!lo:)[\w.@-]+:/.test(line)),
    // Outside of containers such files are those of the whole machine.
    ...boundsSeen(kind === 'container' ? groups : '', bounds),
    memoryLimit: limited('Max data size', bounds.memoryBytes),
    processLimit: limited('Max processes', bounds.processes) && user !== 0,
    fileLimit: limited('Max file size', LOCAL_LIMITS.fileBytes),
    // Every way that can be tried this far ends its first process by a signal of the system.
    endsWithGateway: true,
  };
}
