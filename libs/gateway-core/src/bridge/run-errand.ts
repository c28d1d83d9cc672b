import { refuse } from '../errors/refuse.js';
import { Reply } from '../exchange/reply.js';
import type { Authorized, Forwarded } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import { askForAccount, lacksAccount } from './ask-for-account.js';
import { targetOf, type Errand } from './errand.js';
import { runForLegacy } from './run-for-legacy.js';
import { runForModern } from './run-for-modern.js';

/** Asks a server on behalf of a client, whatever their eras, with everything both may say to each other meanwhile. */
export function runErrand(facts: Authorized, errand: Errand, parts: GatewayParts): Promise<Forwarded | Reply> | Reply {
  const own = ownErrand(errand, facts.exchange.principal.userId);
  if (lacksAccount(own)) return askForAccount(facts, own, parts);
  const target = targetOf(own);
  if (target.missingCredentials.length > 0) {
    return refuse('gateway.credential-missing', facts.message.idText, {
      detail: `The server "${target.serverSlug}" needs a credential that is not set. Ask an operator to set it.`,
    });
  }
  const outcome = facts.era === 'modern' ? runForModern(facts, own, parts) : runForLegacy(facts, own, parts);
  return own.exposure.needsAccount ? outcome.then((reply) => askedAgain(reply, facts, own, parts)) : outcome;
}

/** An account that turns out to be disconnected while it is used is asked for like one that never was. */
function askedAgain(outcome: Forwarded | Reply, facts: Authorized, own: Errand, parts: GatewayParts): Forwarded | Reply {
  const isGone = outcome instanceof Reply && outcome.disposition.reason === 'gateway.account-needed';
  return isGone ? askForAccount(facts, own, parts) : outcome;
}

/** The errand with the credentials of whoever calls, where there are any: they serve nobody else (security Z3). */
function ownErrand(errand: Errand, userId: string | null): Errand {
  const personalTarget = userId === null ? undefined : errand.exposure.personal?.get(userId);
  return personalTarget ? { ...errand, personalTarget } : errand;
}
