import { errorMessage, type MessageFault, type Rejection } from '@mcpnest/mcp-protocol';
import { errorEntry, type ErrorCode } from '@mcpnest/shared/errors';
import { Reply, type Disposition } from '../exchange/reply.js';
import { dispositionOf } from './dispositions.js';

/** What an occurrence adds to its row of the catalogue. */
export interface RefusalFacts {
  /** Tells the reader what to do; the catalogue's title where absent. */
  readonly detail?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the record must say something else than the wire does, so that the wire tells a stranger nothing. */
  readonly disposition?: Disposition;
}

const JSON_HEADERS = { 'content-type': 'application/json' } as const;

/**
 * Answers with an error of the catalogue as JSON-RPC: HTTP status and code from its row, `data.reason` its stable code.
 * @param idText raw id of the request, or undefined where none could be read.
 */
export function refuse(code: ErrorCode, idText: string | undefined, facts: RefusalFacts = {}): Reply {
  const entry = errorEntry(code);
  const body = errorMessage(idText, entry.jsonRpcCode ?? -32603, facts.detail ?? entry.title, { ...facts.data, reason: code });
  return new Reply(
    entry.status,
    facts.headers ? { ...JSON_HEADERS, ...facts.headers } : JSON_HEADERS,
    body,
    facts.disposition ?? dispositionOf(code),
  );
}

const CODES: Readonly<Record<number, ErrorCode>> = {
  [-32700]: 'gateway.malformed',
  [-32600]: 'gateway.invalid-message',
  [-32601]: 'gateway.method-unknown',
  [-32602]: 'gateway.invalid-params',
  [-32020]: 'gateway.header-mismatch',
  [-32021]: 'gateway.capability-missing',
  [-32022]: 'gateway.version-unsupported',
};

/** Answers with what the protocol library rejected, in its words. */
export function refuseRejection(rejection: Rejection): Reply {
  const reason = CODES[rejection.code] ?? 'gateway.invalid-message';
  const data = { ...(rejection.data as object | undefined), reason };
  return new Reply(
    rejection.httpStatus,
    JSON_HEADERS,
    errorMessage(rejection.idText, rejection.code, rejection.message, data),
    dispositionOf(reason),
  );
}

/** Answers to a text that is no message: HTTP 400 with the parser's code. */
export function refuseFault(fault: MessageFault): Reply {
  return refuseRejection({ ...fault, httpStatus: 400 });
}
