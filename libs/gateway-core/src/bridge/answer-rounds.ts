import { neededCapability, readInputRequired, objectText, type InputRequest, type InputRequired } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import { refuse } from '../errors/refuse.js';
import { Reply } from '../exchange/reply.js';
import type { Authorized } from '../pipeline/facts.js';
import type { Clock } from '../ports/clock.js';
import type { UpstreamAnswer } from '../ports/upstream-connector.js';
import { clientCannot } from '../errors/client-cannot.js';
import { needsCapability, needsVisit } from '../errors/translate-error.js';
import type { Conversation } from './conversation.js';
import type { RawMembers } from './errand-request.js';
import { UPSTREAM_STATE_LENGTH_MAX } from './request-state.js';

/** Between two sends where the server only wants to be asked again. */
const PACE_MS = 250;

/** What the loop works with. */
export interface Rounds {
  readonly facts: Authorized;
  readonly conversation: Conversation | undefined;
  readonly clock: Clock;
  /** Sends the errand again, with what was asked for. */
  readonly again: (inputs: RawMembers) => Promise<UpstreamAnswer>;
}

/** Methods that may be answered with questions (2026-07-28, "Multi round-trip requests"). */
const MAY_ASK: readonly string[] = ['tools/call', 'prompts/get', 'resources/read'];

/** The questions in a modern server's answer; null where it may not ask or asks nonsense. */
export function questionsOf(method: string, { reply }: UpstreamAnswer): InputRequired | null {
  if (!MAY_ASK.includes(method) || !reply.resultText || !reply.resultMembers) return null;
  const bounds = { requestsMax: LIMITS.inputRequestsMax, stateLengthMax: UPSTREAM_STATE_LENGTH_MAX };
  return readInputRequired(reply.resultText, reply.resultMembers, bounds) ?? null;
}

/**
 * Plays a modern server's rounds of questions with a legacy client: asks each as a request on the open stream, gathers the
 * answers and sends the call again with them, until the server answers or the client cannot.
 */
export async function answerRounds(first: UpstreamAnswer, rounds: Rounds): Promise<UpstreamAnswer | Reply> {
  const { message } = rounds.facts;
  let answer = first;
  for (let round = 0; isAsking(answer); round++) {
    const asked = round < LIMITS.inputRoundsMax ? questionsOf(message.method, answer) : null;
    if (!asked) return refuse('gateway.upstream-broken', message.idText, { detail: 'The server asks in a way that makes no sense.' });
    const inputs = await inputsFor(asked, rounds);
    if (rounds.facts.channel.cancelled.aborted) return refuse('gateway.cancelled', message.idText);
    if (inputs instanceof Reply) return inputs;
    answer = await rounds.again(inputs);
  }
  return answer;
}

/** Whether a modern server answered with questions. */
export const isAsking = ({ era, reply }: UpstreamAnswer): boolean => reply.resultType === 'input_required' && era === 'modern';

async function inputsFor({ requests, stateText }: InputRequired, rounds: Rounds): Promise<RawMembers | Reply> {
  const state: RawMembers = stateText === undefined ? [] : [['requestState', stateText]];
  if (requests.length === 0) {
    await new Promise<void>((resolve) => rounds.clock.after(PACE_MS, resolve));
    return state;
  }
  const responses = await responsesTo(requests, rounds);
  return responses instanceof Reply ? responses : [['inputResponses', responses], ...state];
}

/** The answers as raw JSON of `inputResponses`. */
async function responsesTo(requests: readonly InputRequest[], { facts, conversation }: Rounds): Promise<string | Reply> {
  const beyond = requests.find(({ method, paramsText }) => !conversation?.offers(method, paramsText));
  if (beyond || !conversation) return clientCannot(facts.message, whyNot(beyond ?? requests[0]!));
  const answers = await conversation.askAll(requests);
  if ('kind' in answers) return clientCannot(facts.message, `The client did not answer the server's question: ${answers.message}`);
  return objectText(answers.map((text, at) => [requests[at]!.key, text] as const));
}

function whyNot({ method, paramsText }: InputRequest): string {
  const needed = neededCapability(method, paramsText);
  const { mode, url, message } = JSON.parse(paramsText ?? '{}') as { mode?: unknown; url?: unknown; message?: unknown };
  if (mode === 'url' && typeof url === 'string') return needsVisit([{ message: typeof message === 'string' ? message : '', url }]);
  return needed ? needsCapability(needed) : 'The server asks for something that no client can be asked for.';
}
