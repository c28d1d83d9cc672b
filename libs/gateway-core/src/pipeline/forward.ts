import { runErrand } from '../bridge/run-errand.js';
import type { Errand } from '../bridge/errand.js';
import { refuse } from '../errors/refuse.js';
import { dispositionOf } from '../errors/dispositions.js';
import { Reply } from '../exchange/reply.js';
import type { ErrandEnd } from '../ports/tracer.js';
import type { Authorized, Forwarded } from './facts.js';
import { gatherList } from './gather-list.js';
import type { GatewayParts } from './gateway-parts.js';

/** Asks the server that has what is asked for; or gathers the lists of all servers. */
export function forward(facts: Authorized, parts: GatewayParts): Forwarded | Reply | Promise<Forwarded | Reply> {
  const { granted, scope } = facts;
  if (granted.kind === 'list') return gatherList(facts, parts);
  const mayLeave = scope.depart();
  return mayLeave === undefined ? ask(facts, granted.errand, parts) : askIf(mayLeave, facts, granted.errand, parts);
}

const UNRECORDABLE = {
  detail: 'The call cannot be recorded, and this workspace lets no call pass without. Ask an operator to look at the health of the audit.',
};

/** Where a record must be safe before the call leaves, the call waits for that. */
async function askIf(mayLeave: Promise<boolean>, facts: Authorized, errand: Errand, parts: GatewayParts): Promise<Forwarded | Reply> {
  return (await mayLeave) ? ask(facts, errand, parts) : refuse('gateway.audit-unavailable', facts.message.idText, UNRECORDABLE);
}

/** What the bridge itself takes to write and read the errand counts as the server's time: it is far below what can be seen. */
function ask(facts: Authorized, errand: Errand, parts: GatewayParts): Reply | Promise<Forwarded | Reply> {
  const { clock } = parts;
  const askedAt = clock.monotonic();
  const span = facts.scope.asks(errand);
  const answer = runErrand(facts, errand, parts);
  if (!(answer instanceof Promise)) return answer;
  const answered = (given: Forwarded | Reply): Forwarded | Reply => {
    facts.scope.spentUpstream(clock.monotonic() - askedAt);
    span?.end(given instanceof Reply ? { disposition: given.disposition } : answerFacts(given));
    return given;
  };
  return answer.then(answered, (error: unknown) => {
    facts.scope.spentUpstream(clock.monotonic() - askedAt);
    span?.end({ disposition: dispositionOf('gateway.internal') });
    throw error;
  });
}

const answerFacts = ({ answer }: Forwarded): ErrandEnd =>
  answer.kind === 'errand' ? { errorCode: answer.upstream.reply.error?.code, isToolError: answer.upstream.reply.isError === true } : {};
