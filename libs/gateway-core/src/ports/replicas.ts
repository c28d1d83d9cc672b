/** The gateway processes that share one database, as seen from this one. */
export abstract class Replicas {
  /** The id of this process, new at every start. */
  abstract readonly self: string;

  /** Whether requests can be handed on to another process now. */
  abstract isReachable(node: string): boolean;
}
