import { Replicas } from '../ports/replicas.js';

/** A process that knows only the replicas a test names. */
export class OneReplica extends Replicas {
  readonly reachable = new Set<string>();

  constructor(readonly self = 'replica-1') {
    super();
  }

  isReachable(node: string): boolean {
    return this.reachable.has(node);
  }
}
