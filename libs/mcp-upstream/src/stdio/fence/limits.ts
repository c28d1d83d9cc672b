/** Bounds of one local server. The address space is not bounded: runtimes reserve far more of it than they use. */
export const LOCAL_LIMITS = {
  memoryBytes: 1_024 * 1_024 * 1_024,
  processes: 256,
  openFiles: 1_024,
  fileBytes: 512 * 1_024 * 1_024,
  tmpBytes: 256 * 1_024 * 1_024,
  /** How far it stands back for calls when the processor is busy. */
  niceness: 5,
} as const;

/** Puts the bounds of a process around a command. */
export const withLimits = (command: readonly string[]): readonly string[] => [
  'prlimit',
  `--data=${LOCAL_LIMITS.memoryBytes}`,
  `--nproc=${LOCAL_LIMITS.processes}`,
  `--nofile=${LOCAL_LIMITS.openFiles}`,
  `--fsize=${LOCAL_LIMITS.fileBytes}`,
  '--core=0',
  '--',
  ...command,
];
