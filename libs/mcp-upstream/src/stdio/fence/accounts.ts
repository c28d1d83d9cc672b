import { createHash } from 'node:crypto';

const FIRST_ID = 2_000_000;
const COUNT = 1_000_000;

/** The user id of a server's own account. Nobody else on the machine has ids of this range, and no name is needed for one. */
export function accountId(account: string): number {
  return FIRST_ID + (createHash('sha256').update(account).digest().readUInt32BE(0) % COUNT);
}

/** Puts a change of user around a command; afterwards nothing can be gained any more. */
export const asAccount = (id: number, command: readonly string[]): readonly string[] => [
  'setpriv',
  `--reuid=${id}`,
  `--regid=${id}`,
  '--clear-groups',
  '--no-new-privs',
  '--inh-caps=-all',
  '--bounding-set=-all',
  ...command,
];

export const isRoot = (): boolean => process.getuid?.() === 0;
