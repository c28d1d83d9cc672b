/** Bounds of one local server that the installation decides: of all its processes together where they can be had so, else of each. */
export interface LocalBounds {
  /** Cores that it may keep busy. */
  readonly processors: number;
  readonly memoryBytes: number;
  /** Processes and threads. */
  readonly processes: number;
}

export const DEFAULT_BOUNDS: LocalBounds = { processors: 1, memoryBytes: 1_024 * 1_024 * 1_024, processes: 256 };

/** Bounds of each of its processes. The address space is not bounded: runtimes reserve far more of it than they use. */
export const LOCAL_LIMITS = {
  openFiles: 1_024,
  fileBytes: 512 * 1_024 * 1_024,
  tmpBytes: 256 * 1_024 * 1_024,
  /** How far it stands back for calls when the processor is busy. */
  niceness: 5,
} as const;

/** Puts the bounds of a process around a command. */
export const withLimits = (command: readonly string[], { memoryBytes, processes }: LocalBounds): readonly string[] => [
  'prlimit',
  `--data=${memoryBytes}`,
  `--nproc=${processes}`,
  `--nofile=${LOCAL_LIMITS.openFiles}`,
  `--fsize=${LOCAL_LIMITS.fileBytes}`,
  '--core=0',
  '--',
  ...command,
];
