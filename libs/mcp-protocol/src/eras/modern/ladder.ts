/**
 * The checks of a modern request, one function per rung, in the order of 2026-07-28, "Header validation":
 * envelope and version → Mcp-Method → Mcp-Name → method known → Mcp-Param-* → capabilities.
 * The first fault answers. `classifyInbound` climbs the first two; the rest need what only the caller knows.
 */
import type { FrontHeaders } from '../../http/front-headers.js';
import { decodeHeaderValue } from '../../http/header-value.js';
import { HEADER_MISMATCH, INVALID_PARAMS, METHOD_NOT_FOUND, MISSING_CAPABILITY, UNSUPPORTED_VERSION } from '../../json-rpc/error-codes.js';
import { memberString } from '../../json-rpc/message.js';
import type { InboundMessage } from '../../json-rpc/message.js';
import { MODERN_REVISIONS } from '../era.js';
import type { Rejection } from '../rejection.js';
import { readEnvelope } from './envelope.js';
import type { ModernEnvelope } from './envelope.js';
import { nameSource } from './name-source.js';

/** Envelope, then version header, then version: the envelope, or why not (a Rejection has `httpStatus`). */
export function checkModernEnvelope(message: InboundMessage, headers: FrontHeaders): ModernEnvelope | Rejection {
  const { idText } = message;
  const envelope = readEnvelope(message.meta);
  if ('fault' in envelope)
    return { httpStatus: 400, code: INVALID_PARAMS, message: `Invalid params: ${envelope.fault}`, idText, reason: 'envelope' };
  const requested = envelope.protocolVersion;
  if (headers.protocolVersion === undefined) return mismatch(message, 'header-version', 'The header MCP-Protocol-Version is missing');
  if (headers.protocolVersion !== requested)
    return mismatch(message, 'header-version', 'The header MCP-Protocol-Version does not name the version of params._meta');
  if ((MODERN_REVISIONS as readonly string[]).includes(requested)) return envelope;
  return {
    httpStatus: 400,
    code: UNSUPPORTED_VERSION,
    message: 'Unsupported protocol version',
    data: { supported: [...MODERN_REVISIONS], requested },
    idText,
    reason: 'version',
  };
}

/** `Mcp-Method` must repeat the method, in the same letter case. */
export function checkMethodHeader(message: InboundMessage, headers: FrontHeaders): Rejection | undefined {
  if (headers.method === undefined) return mismatch(message, 'header-method', 'The header Mcp-Method is missing');
  if (headers.method !== message.method)
    return mismatch(message, 'header-method', 'The header Mcp-Method does not name the method of the body');
  return undefined;
}

/** `Mcp-Name` must repeat, decoded, what the method acts on. Methods that act on nothing named need none. */
export function checkNameHeader(message: InboundMessage, headers: FrontHeaders): Rejection | undefined {
  const key = nameSource(message.method);
  if (key === undefined) return undefined;
  const expected = memberString(message, key);
  if (headers.name === undefined)
    return expected === undefined ? undefined : mismatch(message, 'header-name', 'The header Mcp-Name is missing');
  const named = decodeHeaderValue(headers.name);
  if (named === undefined) return mismatch(message, 'header-name', 'The header Mcp-Name is not encoded as it must be');
  // A name in the header alone would let an intermediary act on something that the body does not say.
  return named === expected ? undefined : mismatch(message, 'header-name', `The header Mcp-Name does not repeat params.${key}`);
}

/** The answer to a method that is not served, the ones removed in 2026-07-28 included. */
export function methodNotFound(message: InboundMessage): Rejection {
  return { httpStatus: 404, code: METHOD_NOT_FOUND, message: 'Method not found', idText: message.idText, reason: 'method' };
}

/** The answer to a request that needs a capability its envelope does not declare; `requiredCapabilities` is a ClientCapabilities object. */
export function missingCapability(message: InboundMessage, requiredCapabilities: Readonly<Record<string, unknown>>): Rejection {
  return {
    httpStatus: 400,
    code: MISSING_CAPABILITY,
    message: 'The request needs a client capability that it does not declare',
    data: { requiredCapabilities },
    idText: message.idText,
    reason: 'capability',
  };
}

function mismatch({ idText }: InboundMessage, reason: string, message: string): Rejection {
  return { httpStatus: 400, code: HEADER_MISMATCH, message, idText, reason };
}
