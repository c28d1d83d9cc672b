/**
 * The decisions that can stop a call, in the order in which they are taken: limits, whether the workspace publishes the tool
 * (`catalogue`: nothing of this name; `lock`, `enabled`: why it is withheld), the token's own scope, pinned arguments, a
 * credential that is not set, and room.
 */
export const CALL_GATES = ['rate', 'concurrency', 'catalogue', 'lock', 'enabled', 'scope', 'arguments', 'credential', 'capacity'] as const;
export type CallGate = (typeof CALL_GATES)[number];
