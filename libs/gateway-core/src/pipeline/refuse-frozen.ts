import { refuse } from '../errors/refuse.js';
import type { Reply } from '../exchange/reply.js';
import type { OneMessage, Received } from './facts.js';

/** Stops a message of a caller that is frozen. Its record is open by then, so that what was stopped is on record. */
export function refuseFrozen(facts: OneMessage): OneMessage | Reply {
  return frozenReply(facts, facts.message.idText) ?? facts;
}

/**
 * The refusal where the caller is frozen. It does not say whether that is the token, its owner or the whole workspace, nor why.
 * @param idText raw id of the request, if it is one
 */
export function frozenReply({ exchange, table }: Received, idText: string | undefined): Reply | undefined {
  if (!table.freezes?.stopsCaller(exchange.principal)) return undefined;
  return refuse('gateway.frozen', idText, { detail: 'Calls with this token are on hold. Ask an owner or admin of the workspace.' });
}
