import type { InboundMessage } from '@mcpnest/mcp-protocol';
import { refuse } from '../errors/refuse.js';
import type { CancelSignal } from '../exchange/abort-source.js';
import type { Reply } from '../exchange/reply.js';
import { UpstreamFailure } from '../ports/upstream-connector.js';
import type { Errand } from './errand.js';

/**
 * The answer to a call that no server answered.
 * @param cancelled the client's own word that it no longer waits.
 * @throws what is no failure of the server's: a fault of ours.
 */
export function failureReply(error: unknown, { idText }: InboundMessage, { exposure }: Errand, cancelled: CancelSignal): Reply {
  if (error instanceof UpstreamFailure) {
    return refuse(error.code, idText, { detail: `${error.message} (server "${exposure.target.serverSlug}")` });
  }
  if (cancelled.aborted) return refuse('gateway.cancelled', idText);
  throw error;
}
