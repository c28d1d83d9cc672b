import { runErrand } from '../bridge/run-errand.js';
import type { Reply } from '../exchange/reply.js';
import type { Authorized, Forwarded } from './facts.js';
import { gatherList } from './gather-list.js';
import type { GatewayParts } from './gateway-parts.js';

/** Asks the server that has what is asked for; or gathers the lists of all servers. */
export function forward(facts: Authorized, parts: GatewayParts): Reply | Promise<Forwarded | Reply> {
  const { granted } = facts;
  return granted.kind === 'list' ? gatherList(facts, parts) : runErrand(facts, granted.errand, parts);
}
