import type { CancelSignal } from '../exchange/abort-source.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import type { UpstreamAnswer, UpstreamRequest } from '../ports/upstream-connector.js';
import { forgetTexts } from './errand-request.js';
import { targetOf, type Errand } from './errand.js';
import { foundHeadersWrong, sendWithFreshHeaders } from './fresh-headers.js';

interface Kept {
  readonly errand: Errand;
  readonly request: UpstreamRequest;
}

/**
 * An errand of a client that may be asked back, on its way to a server. It is kept as long as it may have to be sent once more:
 * its arguments may be large, and the call may wait for a person for long.
 */
export class SentErrand {
  private kept: Kept | undefined;

  constructor(errand: Errand, request: UpstreamRequest) {
    this.kept = { errand, request };
  }

  /** Sends it; refused headers are mended once. Not async: what such a function was given lives as long as it waits. */
  send(signal: CancelSignal, parts: GatewayParts): Promise<UpstreamAnswer> {
    const { errand, request } = this.kept!;
    return parts.connector.send(targetOf(errand), request, signal).then((upstream) => {
      const { kept } = this;
      return kept && foundHeadersWrong(upstream, kept.errand) ? sendWithFreshHeaders(upstream, { ...kept, signal }, parts) : upstream;
    });
  }

  /** The server works on it. */
  taken(): void {
    if (this.kept) forgetTexts(this.kept.request);
    this.kept = undefined;
  }
}
