import type { IncomingMessage } from 'node:http';

/** What the cross-site rule looks at. */
export interface RequestOrigin {
  /** `scheme://host[:port]` that the request was sent to. */
  readonly target: string;
  /** Origin of PUBLIC_URL. */
  readonly publicOrigin: string;
}

/**
 * Whether a browser says that the request came from another site (contract, REST API). Scripts send neither header and pass.
 * `Sec-Fetch-Site` decides first, because a page cannot forge it; an `Origin` must be ours.
 */
export function isCrossSite(headers: IncomingMessage['headers'], origin: RequestOrigin): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const sent = headers.origin;
  return sent !== undefined && sent !== origin.publicOrigin && sent !== origin.target;
}
