import {
  editObject,
  inputRequiredResult,
  isDeclared,
  missingCapability,
  neededCapability,
  readUrlElicitations,
  resultMessage,
  URL_ELICITATION_REQUIRED_LEGACY,
  type InputRequest,
} from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import { refuse, refuseRejection } from '../errors/refuse.js';
import { jsonReply, type Reply } from '../exchange/reply.js';
import { withAnswer } from '../pipeline/add-facts.js';
import type { Authorized, Forwarded } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import { serverInfoText } from '../pipeline/self-description.js';
import type { UpstreamAnswer } from '../ports/upstream-connector.js';
import { principalKeyOf } from '../sessions/legacy-session.js';
import { isAsking, questionsOf } from './answer-rounds.js';
import type { Errand } from './errand.js';
import { sealState, type RequestState } from './request-state.js';

/** A server's answer on its way to a modern client: questions go with a state of our own, everything else goes on. */
export function settleModern(facts: Authorized, errand: Errand, upstream: UpstreamAnswer, parts: GatewayParts): Forwarded | Reply {
  if (isAsking(upstream)) return passQuestions(facts, errand, upstream, parts);
  const { error } = upstream.reply;
  if (error?.code === URL_ELICITATION_REQUIRED_LEGACY && upstream.era === 'legacy') {
    const pages = readUrlElicitations(error.dataText, LIMITS.inputRequestsMax);
    if (pages && errand.method !== 'completion/complete') return askToVisit(facts, errand, pages, parts);
  }
  return withAnswer(facts, { kind: 'errand', errand, upstream });
}

/** A modern server's questions, untouched, with its state inside ours: so that it comes back from this client, with this request. */
function passQuestions(facts: Authorized, errand: Errand, upstream: UpstreamAnswer, parts: GatewayParts): Reply {
  const { message } = facts;
  const asked = questionsOf(errand.method, upstream);
  if (!asked) return refuse('gateway.upstream-broken', message.idText, { detail: 'The server asks in a way that makes no sense.' });
  const fault = unaskable(facts, asked.requests);
  if (fault) return fault;
  const { resultText = '{}', resultMembers = new Map() } = upstream.reply;
  const state = stateFor(facts, errand, { kind: 'upstream', stateText: asked.stateText }, parts);
  const result = editObject(resultText, resultMembers, { set: [['requestState', JSON.stringify(state)]] });
  return jsonReply(200, resultMessage(message.idText, result));
}

/** Pages must be visited before a call can be made: the client is asked to, and its retry is a call like the first. */
export function askToVisit(facts: Authorized, errand: Errand, pages: readonly InputRequest[], parts: GatewayParts): Reply {
  const fault = unaskable(facts, pages);
  if (fault) return fault;
  const state = stateFor(facts, errand, { kind: 'reissue' }, parts);
  const result = inputRequiredResult(pages, state, serverInfoText(facts.workspace, parts.version));
  return jsonReply(200, resultMessage(facts.message.idText, result));
}

/** No client may be asked for what its own request does not declare (2026-07-28, "Multi round-trip requests"). */
function unaskable({ message, client }: Authorized, requests: readonly InputRequest[]): Reply | undefined {
  for (const { method, paramsText } of requests) {
    const needed = neededCapability(method, paramsText);
    if (!needed) {
      return refuse('gateway.upstream-broken', message.idText, {
        detail: 'The server asks for something that no client can be asked for.',
      });
    }
    if (!isDeclared(client.capabilities, needed)) return refuseRejection(missingCapability(message, needed));
  }
  return undefined;
}

const stateFor = ({ exchange }: Authorized, errand: Errand, state: RequestState, parts: GatewayParts): string =>
  sealState(state, { principalKey: principalKeyOf(exchange.principal), errand }, parts);
