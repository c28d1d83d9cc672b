import { INVALID_REQUEST } from '../../json-rpc/error-codes.js';
import type { InboundMessage } from '../../json-rpc/message.js';
import { isLegacyRevision, LEGACY_REVISIONS } from '../era.js';
import type { Rejection } from '../rejection.js';

/**
 * `MCP-Protocol-Version` on legacy requests after the handshake (2025-06-18 and 2025-11-25, "Protocol version header"):
 * absent is fine, since the session or 2025-03-26 decides; a version that is not served is a 400.
 */
export function checkLegacyVersion({ idText }: Pick<InboundMessage, 'idText'>, version: string | undefined): Rejection | undefined {
  if (version === undefined || isLegacyRevision(version)) return undefined;
  const message = `Unsupported protocol version in the header MCP-Protocol-Version (supported: ${LEGACY_REVISIONS.join(', ')})`;
  return { httpStatus: 400, code: INVALID_REQUEST, message, idText, reason: 'version' };
}
