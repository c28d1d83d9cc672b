import { isAnswerTo, memberString, memberText, readInputResponses, type InputResponses } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import type { Authorized } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import { principalKeyOf } from '../sessions/legacy-session.js';
import type { RawMembers } from './errand-request.js';
import type { Errand } from './errand.js';
import type { InteractiveCall } from './interactive-call.js';
import { openState } from './request-state.js';

/** What a request that carries `requestState` or `inputResponses` is. */
export type Retry =
  | { readonly kind: 'malformed'; readonly detail: string }
  /** The state is not ours, not this request's, used up or expired; or its call is gone. */
  | { readonly kind: 'unknown' }
  /** To be sent, with what the server asked for. */
  | { readonly kind: 'send'; readonly inputs: RawMembers | undefined }
  | { readonly kind: 'parked'; readonly call: InteractiveCall; readonly responses: InputResponses };

const NO_RESPONSES: InputResponses = new Map();

/** Reads a retry (2026-07-28, "Multi round-trip requests"). A state is used up only by a retry that is well formed. */
export function readRetry(facts: Authorized, errand: Errand, parts: GatewayParts): Retry {
  const { message } = facts;
  const responsesText = memberText(message, 'inputResponses');
  const responses = responsesText === undefined ? NO_RESPONSES : readInputResponses(responsesText, LIMITS.inputRequestsMax * 2);
  if (!responses) return { kind: 'malformed', detail: 'inputResponses must be an object whose members are results.' };
  const inputs: RawMembers = responsesText === undefined ? [] : [['inputResponses', responsesText]];
  // Without a state nothing was asked by us, but a modern server may know the answers all the same.
  if (!message.params?.has('requestState')) return { kind: 'send', inputs: knowsInputs(errand, parts) ? inputs : undefined };
  const state = memberString(message, 'requestState');
  const principalKey = principalKeyOf(facts.exchange.principal);
  const opened = state === undefined ? undefined : openState(state, { principalKey, errand }, parts);
  switch (opened?.kind) {
    case undefined:
      return { kind: 'unknown' };
    case 'reissue':
      return { kind: 'send', inputs: undefined };
    case 'upstream':
      return { kind: 'send', inputs: opened.stateText === undefined ? inputs : [...inputs, ['requestState', opened.stateText]] };
    case 'parked':
      return opened.node === parts.replicas.self ? parkedRetry(parts, principalKey, opened.parkId, responses) : { kind: 'unknown' };
  }
}

const knowsInputs = ({ exposure }: Errand, { lists }: GatewayParts): boolean => lists.factsOf(exposure.target)?.era !== 'legacy';

function parkedRetry({ parked }: GatewayParts, principalKey: string, parkId: string, responses: InputResponses): Retry {
  const wrong = parked.peek(principalKey, parkId)?.open.find(({ key, method }) => {
    const text = responses.get(key);
    return text !== undefined && !isAnswerTo(method, text);
  });
  if (wrong) return { kind: 'malformed', detail: `inputResponses.${wrong.key} is no answer to ${wrong.method}.` };
  const call = parked.take(principalKey, parkId);
  return call ? { kind: 'parked', call, responses } : { kind: 'unknown' };
}
