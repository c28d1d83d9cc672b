import type { ExposureRoute } from '../routing/route-table.js';
import { mapResultUris } from './result-uris.js';

const PER_EXPOSURE_MAX = 500;
const URI_LENGTH_MAX = 4_096;

/** Remembers which server mentioned a URI in a result, for URIs that no list of resources names. The oldest are forgotten. */
export class SeenLinks {
  private readonly byExposure = new Map<string, Map<string, number>>();
  private noted = 0;

  /** Takes the links and embedded resources of a raw result, in the server's own URIs. */
  note({ exposureId }: ExposureRoute, resultText: string): void {
    mapResultUris(resultText, (uri) => {
      this.remember(exposureId, uri);
      return uri;
    });
  }

  /** The exposure that mentioned a URI last. */
  exposureOf(exposures: readonly ExposureRoute[], uri: string): ExposureRoute | undefined {
    let last: ExposureRoute | undefined;
    let lastNoted = 0;
    for (const exposure of exposures) {
      const noted = this.byExposure.get(exposure.exposureId)?.get(uri) ?? 0;
      if (noted > lastNoted) [last, lastNoted] = [exposure, noted];
    }
    return last;
  }

  /** Forgets the exposures that no route has any more. */
  retain(exposureIds: ReadonlySet<string>): void {
    for (const id of this.byExposure.keys()) if (!exposureIds.has(id)) this.byExposure.delete(id);
  }

  private remember(exposureId: string, uri: string): void {
    if (uri.length > URI_LENGTH_MAX) return;
    let uris = this.byExposure.get(exposureId);
    if (!uris) this.byExposure.set(exposureId, (uris = new Map()));
    uris.delete(uri);
    uris.set(uri, ++this.noted);
    if (uris.size > PER_EXPOSURE_MAX) uris.delete(uris.keys().next().value!);
  }
}
