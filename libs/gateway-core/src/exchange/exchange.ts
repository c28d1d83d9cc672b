import type { CallRecorder } from '../ports/call-recorder.js';
import type { CancelSignal } from './abort-source.js';
import type { Principal } from './principal.js';

/** Headers as Node gives them: lower-case names. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What reading the body gave: its text and size, or why it could not be read. */
export type RequestBody =
  | { readonly ok: true; readonly text: string; readonly bytes: number }
  | { readonly ok: false; readonly reason: 'too-large' | 'not-utf8' | 'aborted' };

/** One inbound HTTP request as plain values; no object of a web framework crosses this line. */
export interface Exchange {
  readonly httpMethod: string;
  /** The workspace's slug in the URL. */
  readonly slug: string;
  readonly headers: RequestHeaders;
  /** Named by the guard before anything else was looked at. */
  readonly principal: Principal;
  /** The address it comes from, as far as that can be believed; absent where that is not known. */
  readonly address?: string;
  /** Takes the records of this exchange's tool calls. */
  readonly calls: CallRecorder;
  /** Fires when the client has gone. */
  readonly signal: CancelSignal;
  /** Reads the body, bounded; called at most once, and only where the headers allow. */
  readBody(): Promise<RequestBody>;
}
