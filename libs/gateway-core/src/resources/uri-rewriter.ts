import type { UriRewriter } from '../bridge/errand.js';
import type { ExposureRoute } from '../routing/route-table.js';
import type { OwnerIndex } from './owner-index.js';
import { mapResultUris } from './result-uris.js';
import { readViaUri, viaUri } from './via-uri.js';

/**
 * Publishes the URIs of one exposure: as they are where they lead back to it, by way of its server's name where they would
 * lead to another. A URI that only looks as if it named a server is wrapped too, so that no server speaks for another.
 */
export class ExposureUris implements UriRewriter {
  private readonly serverSlug: string;

  constructor(
    private readonly exposure: ExposureRoute,
    private readonly index: OwnerIndex,
  ) {
    this.serverSlug = exposure.target.serverSlug;
  }

  toPublished(resultText: string): string {
    return mapResultUris(resultText, (uri) => this.published(uri));
  }

  published(uri: string): string {
    return this.plainOrVia(uri, this.index.exposureOf(uri));
  }

  /** A URI template as clients know it. */
  publishedTemplate(template: string): string {
    return this.plainOrVia(template, this.index.exposureOfTemplate(template));
  }

  private plainOrVia(uri: string, owner: ExposureRoute | undefined): string {
    const leadsHere = owner === undefined || owner === this.exposure;
    return leadsHere && !readViaUri(uri) ? uri : viaUri(this.serverSlug, uri);
  }
}
