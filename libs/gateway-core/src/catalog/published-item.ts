import type { ExposureRoute } from '../routing/route-table.js';

/** One entry of a list as clients of one workspace see it. */
export interface PublishedItem {
  readonly exposure: ExposureRoute;
  /** The upstream's own name, URI or URI template. */
  readonly upstreamName: string;
  /** The name, URI or URI template that clients know. */
  readonly publishedName: string;
  /** The published definition as raw JSON. */
  readonly text: string;
}
