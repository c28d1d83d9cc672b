import { inputRequiredResult, missingCapability, resultMessage } from '@mcpnest/mcp-protocol';
import { refuse, refuseRejection } from '../errors/refuse.js';
import { jsonReply, type Reply } from '../exchange/reply.js';
import type { Authorized, Forwarded } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import { serverInfoText } from '../pipeline/self-description.js';
import { principalKeyOf } from '../sessions/legacy-session.js';
import type { Errand } from './errand.js';
import { failureReply } from './failure-reply.js';
import type { InteractiveCall, Step } from './interactive-call.js';
import { sealState } from './request-state.js';
import { settleModern } from './settle-modern.js';

/** A call under way, and what it was sent for. */
export interface Talk {
  readonly errand: Errand;
  readonly call: InteractiveCall;
}

/** Answers a modern client with what came next of its call: the end of it, or what it must be asked first. */
export function parkOrSettle(facts: Authorized, talk: Talk, step: Step, parts: GatewayParts): Forwarded | Reply {
  const { errand } = talk;
  switch (step.kind) {
    case 'answer':
      return settleModern(facts, errand, step.upstream, parts);
    case 'failed':
      return failureReply(step.error, facts.message, errand, facts.channel.cancelled);
    case 'lacking':
      return refuseRejection(missingCapability(facts.message, step.required));
    case 'questions':
      return park(facts, talk, parts);
  }
}

/** Lets the call wait on its server and asks the client to come back with answers (2026-07-28, "Multi round-trip requests"). */
function park({ message, exchange, workspace }: Authorized, { errand, call }: Talk, parts: GatewayParts): Reply {
  const principalKey = principalKeyOf(exchange.principal);
  const parkId = parts.isDraining() ? undefined : parts.parked.park({ principalKey, exposureId: errand.exposure.exposureId }, call);
  if (parkId === undefined) {
    call.cancel.abort('the call cannot wait');
    return refuse(parts.isDraining() ? 'gateway.draining' : 'gateway.parked-limit', message.idText);
  }
  const state = sealState({ kind: 'parked', node: parts.replicas.self, parkId }, { principalKey, errand }, parts);
  const result = inputRequiredResult(call.open, state, serverInfoText(workspace, parts.version));
  return jsonReply(200, resultMessage(message.idText, result));
}
