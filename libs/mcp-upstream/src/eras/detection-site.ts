import type { Endpoint } from '../streamable-http/endpoint.js';
import type { Wire } from '../streamable-http/wire.js';

/** Where a server is looked for. */
export interface DetectionSite {
  readonly endpoint: Endpoint;
  /** The endpoint's whole URL. */
  readonly url: URL;
  readonly wire: Wire;
}
