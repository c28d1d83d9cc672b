import type { LockRules } from './lock-item.js';

/** A Version in use, and what tells one state of its lock from another. */
export interface LockReference extends LockRules {
  readonly versionId: string;
  readonly lockRevision: number;
}
