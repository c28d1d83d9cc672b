/** A request to the outside: GET or POST with a text body. */
export interface OutboundRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** Requests to the outside under the egress rules. Implemented by the servers room, bound in the composition root. */
export abstract class Outbound {
  /**
   * Follows no redirect.
   * @throws UpstreamFailure where the address is denied, redirects, or cannot be reached
   */
  abstract fetch(url: string, request: OutboundRequest): Promise<Response>;
}
