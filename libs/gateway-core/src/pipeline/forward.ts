import { runErrand } from '../bridge/run-errand.js';
import type { Errand } from '../bridge/errand.js';
import type { Reply } from '../exchange/reply.js';
import type { Authorized, Forwarded } from './facts.js';
import { gatherList } from './gather-list.js';
import type { GatewayParts } from './gateway-parts.js';

/** Asks the server that has what is asked for; or gathers the lists of all servers. */
export function forward(facts: Authorized, parts: GatewayParts): Forwarded | Reply | Promise<Forwarded | Reply> {
  const { granted } = facts;
  return granted.kind === 'list' ? gatherList(facts, parts) : ask(facts, granted.errand, parts);
}

/** What the bridge itself takes to write and read the errand counts as the server's time: it is far below what can be seen. */
async function ask(facts: Authorized, errand: Errand, parts: GatewayParts): Promise<Forwarded | Reply> {
  const { clock } = parts;
  const askedAt = clock.monotonic();
  const answer = runErrand(facts, errand, parts);
  if (!(answer instanceof Promise)) return answer;
  try {
    return await answer;
  } finally {
    facts.scope.spentUpstream(clock.monotonic() - askedAt);
  }
}
