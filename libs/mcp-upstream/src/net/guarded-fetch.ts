import type { EgressPolicy } from './egress-policy.js';
import { deadlineIn } from './document-reader.js';
import { GuardedAgent } from './guarded-agent.js';
import { HeaderLines } from './header-lines.js';

export interface GuardedFetchOptions {
  /** The egress policy in force, asked for at every request. */
  readonly policy: () => EgressPolicy;
  readonly trustedCertificates?: readonly string[];
}

/** A request as libraries hand it over that bring their own protocol, such as those for OAuth. */
export interface GuardedFetchRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** `fetch` for such libraries, over connections whose address was checked. */
export interface GuardedFetch {
  /**
   * GET or POST with a text body. The answer carries its status, content type, challenge (`www-authenticate`), `Retry-After` and
   * text, at most 10 MiB of it within 10 s.
   * @throws UpstreamFailure in words of ours, also for a redirect; or the signal's reason
   */
  fetch(url: string, request: GuardedFetchRequest): Promise<Response>;
  /** Drops every connection at once. */
  close(): Promise<void>;
}

const PATIENCE_MS = 10_000;
const NO_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const agent = new GuardedAgent(options);
  return {
    async fetch(address, { method, headers, body, signal = new AbortController().signal }) {
      const url = new URL(address);
      const origin = agent.acquire(url);
      try {
        const { status, contentType, challenge, retryAfter, text } = await origin.exchange({
          method: method.toUpperCase() === 'POST' ? 'POST' : 'GET',
          path: `${url.pathname}${url.search}`,
          headers: new HeaderLines([...Object.entries(headers).flat(), 'accept-encoding', 'identity']),
          body: body === undefined || body === null ? null : String(body),
          deadlineAt: deadlineIn(PATIENCE_MS),
          signal,
        });
        return new Response(NO_BODY.has(status) ? null : text, {
          status,
          headers: {
            ...(contentType !== '' && { 'content-type': contentType }),
            ...(challenge && { 'www-authenticate': challenge }),
            ...(retryAfter && { 'retry-after': retryAfter }),
          },
        });
      } finally {
        origin.release();
      }
    },
    close: () => agent.close(),
  };
}
