import {
  capabilityName,
  HEADER_MISMATCH,
  INTERNAL_ERROR,
  INVALID_PARAMS,
  isDeclared,
  MISSING_CAPABILITY,
  readUrlElicitations,
  RESOURCE_NOT_FOUND_LEGACY,
  UNSUPPORTED_VERSION,
  URL_ELICITATION_REQUIRED_LEGACY,
  type Era,
} from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import type { ClientCapabilities } from '../ports/upstream-connector.js';

/** A JSON-RPC error on its way to a client. */
export interface TranslatedError {
  readonly code: number;
  readonly message: string;
  readonly dataText?: string;
}

/** Who the error is for. */
export interface ErrorReader {
  readonly era: Era;
  readonly revision: string;
  readonly capabilities: ClientCapabilities;
}

/** What becomes of a server's error. */
export type Translation =
  | { readonly kind: 'error'; readonly httpStatus: 200 | 400; readonly error: TranslatedError }
  /** Legacy revisions have no code for it: in words, what the client would need. */
  | { readonly kind: 'client-cannot'; readonly detail: string }
  /** It speaks of the hop between us and the server, and is never the client's affair. */
  | { readonly kind: 'our-hop' };

const OUR_HOP: Translation = { kind: 'our-hop' };
/** The first revision whose clients can be asked to show a page. */
export const URL_MODE_SINCE = '2025-11-25';
/** Reserved by 2026-07-28, "Error codes"; older servers may use it for anything. */
const isReserved = (code: number): boolean => code <= -32020 && code >= -32099;

/** A server's error as the client's revision says it; codes with no meaning of their own to the protocol pass unchanged. */
export function translateError(error: TranslatedError, from: Era, reader: ErrorReader): Translation {
  switch (error.code) {
    case HEADER_MISMATCH:
    case UNSUPPORTED_VERSION:
      return OUR_HOP;
    case MISSING_CAPABILITY:
      return from === 'modern' ? missingCapability(error, reader) : OUR_HOP;
    case URL_ELICITATION_REQUIRED_LEGACY:
      return from === 'legacy' ? visitRequired(error, reader) : OUR_HOP;
  }
  if (reader.era === 'legacy') return passed(error);
  if (error.code === RESOURCE_NOT_FOUND_LEGACY) return passed({ ...error, code: INVALID_PARAMS });
  return passed(isReserved(error.code) ? { ...error, code: INTERNAL_ERROR } : error);
}

const passed = (error: TranslatedError, httpStatus: 200 | 400 = 200): Translation => ({ kind: 'error', httpStatus, error });

/** A server misses what the client did not declare: the client's affair. What it did declare is missing in our envelope. */
function missingCapability(error: TranslatedError, { era, capabilities }: ErrorReader): Translation {
  const data = error.dataText?.startsWith('{') ? (JSON.parse(error.dataText) as { requiredCapabilities?: unknown }) : undefined;
  const required = data?.requiredCapabilities;
  if (typeof required !== 'object' || required === null || isDeclared(capabilities, required as ClientCapabilities)) return OUR_HOP;
  if (era === 'modern') return passed(error, 400);
  return { kind: 'client-cannot', detail: needsCapability(required as ClientCapabilities) };
}

/** A legacy server wants pages visited first: clients that can show pages are told in its words. */
function visitRequired(error: TranslatedError, { era, revision, capabilities }: ErrorReader): Translation {
  const pages = readUrlElicitations(error.dataText, LIMITS.inputRequestsMax);
  if (!pages || era === 'modern') return OUR_HOP;
  if (revision >= URL_MODE_SINCE && isDeclared(capabilities, { elicitation: { url: {} } })) return passed(error);
  return { kind: 'client-cannot', detail: needsVisit(pages) };
}

/** Names what a client would have to offer. */
export const needsCapability = (needed: ClientCapabilities): string =>
  `This needs a client that offers ${capabilityName(needed)}, and this client does not.`;

/** Where a person can go instead of being asked: pages that the client could not show by itself. */
export const needsVisit = (pages: readonly { readonly message: string; readonly url: string }[]): string =>
  ['This needs a visit to a page first, and then the call again.', ...pages.map(({ message, url }) => `${message}: ${url}`)].join('\n');
