/**
 * The decisions that can stop a call, in the order in which they are taken: limits (those of the tool and the quota of the day after
 * the token's scope), whether the workspace publishes the tool
 * (`catalogue`: nothing of this name; `lock`, `enabled`: why it is withheld), the token's own scope, pinned arguments, a
 * credential that is not set, and room.
 */
export const CALL_GATES = [
  'rate',
  'concurrency',
  'quota',
  'catalogue',
  'lock',
  'enabled',
  'scope',
  'arguments',
  'credential',
  'capacity',
] as const;
export type CallGate = (typeof CALL_GATES)[number];
