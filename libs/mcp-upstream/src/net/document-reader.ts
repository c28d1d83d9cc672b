import { performance } from 'node:perf_hooks';
import type { CancelSignal } from '@mcpnest/gateway-core';
import type { EgressPolicy } from './egress-policy.js';
import { GuardedAgent } from './guarded-agent.js';

export interface DocumentReaderOptions {
  /** The egress policy in force, asked for at every document. */
  readonly policy: () => EgressPolicy;
  readonly trustedCertificates?: readonly string[];
}

/** A document as it was answered, whatever the status. */
export interface FetchedDocument {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Reads documents from addresses that the policy allows: no redirects, no cookies, no credentials, at most 10 MiB each. */
export interface DocumentReader {
  /**
   * @param deadlineAt a time of `performance.now()`, milliseconds
   * @throws UpstreamFailure in words of ours, or the signal's reason
   */
  read(url: URL, time: { readonly deadlineAt: number; readonly signal: CancelSignal }): Promise<FetchedDocument>;
  /** Drops every connection at once. */
  close(): Promise<void>;
}

const HEADERS = ['accept', 'application/json', 'accept-encoding', 'identity', 'user-agent', 'mcpnest-gateway'];

export function createDocumentReader(options: DocumentReaderOptions): DocumentReader {
  const agent = new GuardedAgent(options);
  return {
    async read(url, { deadlineAt, signal }) {
      const origin = agent.acquire(url);
      try {
        const path = `${url.pathname}${url.search}`;
        const { status, contentType, text } = await origin.exchange({
          method: 'GET',
          path,
          headers: HEADERS,
          body: null,
          deadlineAt,
          signal,
        });
        return { status, contentType, text };
      } finally {
        origin.release();
      }
    },
    close: () => agent.close(),
  };
}

/** The deadline of something that may take so long from now on. */
export const deadlineIn = (milliseconds: number): number => performance.now() + milliseconds;
