import type { Launch } from '../launch.js';
import type { LocalBounds } from './limits.js';

/** Ways to keep a local server apart. Containers are chosen by the installation; of the others the best that works is taken, the best first. */
export const FENCE_KINDS = ['container', 'bubblewrap', 'namespaces', 'account', 'none'] as const;
export type FenceKind = (typeof FENCE_KINDS)[number];

/** What a fence was seen to keep, by a program that looked around behind it. */
export interface FenceHolds {
  /** It runs as another user than the gateway. */
  readonly ownUser: boolean;
  /** It sees no files of this machine but those of the system and those it was given. */
  readonly privateFiles: boolean;
  /** It sees no processes but its own, and all of them end with it. */
  readonly ownProcesses: boolean;
  /** It has no network where it was not given any. */
  readonly networkOff: boolean;
  /** All its processes together get no more of the processor than their share. */
  readonly processorLimit: boolean;
  /** All its processes together get no more memory than their share. */
  readonly memoryTogether: boolean;
  readonly memoryLimit: boolean;
  readonly processLimit: boolean;
  readonly fileLimit: boolean;
  /** It ends when the gateway is killed. */
  readonly endsWithGateway: boolean;
}

/** A command with its environment, ready to be spawned. */
export interface FencedCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Removes what stays of it when its process is killed; absent where nothing does. */
  readonly leftover?: readonly string[];
}

/** A way of starting a program so that it can do less. */
export interface FenceMaker {
  readonly kind: FenceKind;
  /** The user that the program runs as, which must own what it may change; null for the gateway's own. */
  ownerOf(launch: Launch): number | null;
  command(launch: Launch, bounds: LocalBounds): FencedCommand;
}

/** The fence in force and what it keeps on this machine. */
export interface Fence extends FenceMaker {
  readonly holds: FenceHolds;
  /** Why some of it does not hold, where that is known: the rest of a sentence. */
  readonly why?: Partial<Record<keyof FenceHolds, string>>;
}

/** What does not hold, in sentences for an operator. */
export function gapsOf({ holds, why = {} }: Pick<Fence, 'holds' | 'why'>): readonly string[] {
  const gaps = (Object.keys(GAPS) as (keyof FenceHolds)[]).filter((key) => !holds[key]);
  return gaps.map((key) => (why[key] === undefined ? GAPS[key] : `${GAPS[key].slice(0, -1)}: ${why[key]}.`));
}

const GAPS: Readonly<Record<keyof FenceHolds, string>> = {
  ownUser: 'Local servers run as the same user as the gateway.',
  privateFiles: 'Local servers can see the files of this machine that their user may read.',
  ownProcesses: 'A local server can leave processes behind that go on after it was stopped, and see those of others.',
  networkOff: 'The network cannot be kept from local servers.',
  processorLimit: 'The processor time of local servers is not limited.',
  memoryTogether: 'The memory of a local server is not limited for all its processes together.',
  memoryLimit: 'The memory of local servers is not limited.',
  processLimit: 'The number of processes of local servers is not limited.',
  fileLimit: 'The size and number of open files of local servers are not limited.',
  endsWithGateway: 'Local servers go on when the gateway is killed.',
};
