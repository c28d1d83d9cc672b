import type { CallOutcome } from '@mcpnest/shared/audit';

/** How a reply stands in the call's record. */
export interface Disposition {
  readonly outcome: CallOutcome;
  /** The status written in the record; differs from the HTTP status where the answer is in-band. */
  readonly status: number;
  /** A code of the error catalogue, or null. */
  readonly reason: string | null;
}

/** One HTTP answer as plain values. */
export class Reply {
  constructor(
    readonly status: number,
    readonly headers: Readonly<Record<string, string>>,
    /** The whole body, or undefined for none. */
    readonly body: string | undefined,
    readonly disposition: Disposition = SUCCESS,
  ) {}
}

export const SUCCESS: Disposition = { outcome: 'success', status: 200, reason: null };

const JSON_HEADERS = { 'content-type': 'application/json' } as const;

/** A JSON answer. */
export const jsonReply = (status: number, body: string, disposition: Disposition = SUCCESS): Reply =>
  new Reply(status, JSON_HEADERS, body, disposition);

/** The answer to what needs none: notifications and responses (Streamable HTTP, "Sending Messages to the Server"). */
export const acceptedReply = (): Reply => new Reply(202, {}, undefined);
