import type { EraOption, UpstreamTarget, UpstreamTransport } from '@mcpnest/gateway-core';
import type { CallTime } from './call-time.js';
import { detectPeer, type Detection } from './eras/detect.js';
import type { DetectionSite } from './eras/detection-site.js';
import { failure } from './net/failures.js';
import type { GuardedAgent, GuardedOrigin } from './net/guarded-agent.js';
import { HeaderLines } from './net/header-lines.js';
import { outgoingHeaders } from './net/outgoing-headers.js';
import { Redactor } from './net/redactor.js';
import { Endpoint, type EndpointAccess } from './streamable-http/endpoint.js';
import type { Wire } from './streamable-http/wire.js';
import { Upstream } from './upstream.js';

/** The transports that go over HTTP. */
export type HttpTransport = Extract<UpstreamTransport, { readonly url: string }>;

/** A live connection to one server over HTTP, old or new. */
export class HttpUpstream extends Upstream {
  private readonly origin: GuardedOrigin;
  private readonly site: DetectionSite;

  /** @throws UpstreamFailure for a URL or a header that can never be sent. */
  constructor(target: UpstreamTarget, transport: HttpTransport, agent: GuardedAgent, wire: Wire) {
    super(transport.type === 'sse' ? 'sse' : transport.era);
    if (!URL.canParse(transport.url)) throw failure('gateway.upstream-unreachable', false, "The server's URL is not valid");
    const url = new URL(transport.url);
    const headers = new HeaderLines(outgoingHeaders(target, wire.userAgent));
    this.origin = agent.acquire(url);
    this.site = { endpoint: new Endpoint(this.origin, url.pathname + url.search, headers, accessOf(target)), url, wire };
  }

  /** What is on the way to an open peer, step by step, for the probe. */
  resolve(): Promise<void> {
    return this.origin.resolve();
  }

  connect(): Promise<void> {
    return this.origin.connect();
  }

  protected find(era: EraOption, time: CallTime): Promise<Detection> {
    return detectPeer(this.site, era, time);
  }

  protected release(): void {
    this.origin.release();
  }
}

function accessOf({ secrets = [], authorization }: UpstreamTarget): EndpointAccess {
  const redactor = new Redactor(secrets);
  return { authorization, redactor: redactor.isIdle ? undefined : redactor };
}
