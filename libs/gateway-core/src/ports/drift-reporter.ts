import type { LockKind } from '../lock/version-lock.js';

/** What a server listed of one kind, whole. */
export interface Sighting {
  readonly versionId: string;
  readonly kind: LockKind;
  readonly items: readonly SeenItem[];
}

/** One item as it was listed. */
export interface SeenItem {
  readonly key: string;
  /** SHA-256 of its canonical JSON, hexadecimal. */
  readonly hash: string;
  /** The definition as raw JSON. */
  readonly text: string;
}

/** Takes note of what servers list where it is not what their lock has noted. The same sighting may come more than once. */
export abstract class DriftReporter {
  /**
   * Never rejects. Resolves when the sighting is noted and the route table in force says so, or when that cannot be had now;
   * then it comes again with the next list.
   */
  abstract noticed(sighting: Sighting): Promise<void>;
}
