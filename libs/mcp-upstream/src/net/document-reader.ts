import { performance } from 'node:perf_hooks';
import type { CancelSignal } from '@mcpnest/gateway-core';
import type { EgressPolicy } from './egress-policy.js';
import { GuardedAgent } from './guarded-agent.js';
import { HeaderLines } from './header-lines.js';
import type { OutgoingRequest } from './http-exchange.js';

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

/** A form, ready to be posted. */
export interface FilledForm {
  /** Flat list of names and values beside the reader's own. */
  readonly headers: readonly string[];
  /** Encoded as `application/x-www-form-urlencoded`. */
  readonly body: string;
}

/** Reads documents from addresses that the policy allows: no redirects, no cookies, no credentials of its own, at most 10 MiB each. */
export interface DocumentReader {
  /**
   * @param deadlineAt a time of `performance.now()`, milliseconds
   * @throws UpstreamFailure in words of ours, or the signal's reason
   */
  read(url: URL, time: { readonly deadlineAt: number; readonly signal: CancelSignal }): Promise<FetchedDocument>;
  /** Posts a form with headers of the caller's, such as a client's proof. @throws as `read` does */
  submit(url: URL, form: FilledForm, time: { readonly deadlineAt: number; readonly signal: CancelSignal }): Promise<FetchedDocument>;
  /** Drops every connection at once. */
  close(): Promise<void>;
}

const HEADERS = new HeaderLines(['accept', 'application/json', 'accept-encoding', 'identity', 'user-agent', 'mcpnest-gateway']);
const FORM = HEADERS.with(['content-type', 'application/x-www-form-urlencoded']);

export function createDocumentReader(options: DocumentReaderOptions): DocumentReader {
  const agent = new GuardedAgent(options);
  const exchange = async (url: URL, request: Omit<OutgoingRequest, 'path'>): Promise<FetchedDocument> => {
    const origin = agent.acquire(url);
    try {
      const { status, contentType, text } = await origin.exchange({ ...request, path: `${url.pathname}${url.search}` });
      return { status, contentType, text };
    } finally {
      origin.release();
    }
  };
  return {
    read: (url, time) => exchange(url, { method: 'GET', headers: HEADERS, body: null, ...time }),
    submit: (url, { headers, body }, time) => exchange(url, { method: 'POST', headers: FORM.with(headers), body, ...time }),
    close: () => agent.close(),
  };
}

/** The deadline of something that may take so long from now on. */
export const deadlineIn = (milliseconds: number): number => performance.now() + milliseconds;
