import { AbortSource, type CancelSignal } from '../exchange/abort-source.js';
import { Reply } from '../exchange/reply.js';
import { withAnswer } from '../pipeline/add-facts.js';
import type { Authorized, Forwarded } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import { UpstreamFailure, type UpstreamAnswer } from '../ports/upstream-connector.js';
import { answerRounds, isAsking } from './answer-rounds.js';
import { isAskable, profileOf, supersetOf, toldSuperset } from './capability-profile.js';
import { Conversation } from './conversation.js';
import { errandRequest, type Audience, type RawMembers } from './errand-request.js';
import { targetOf, type Errand } from './errand.js';
import { failureReply } from './failure-reply.js';
import { foundHeadersWrong, sendWithFreshHeaders } from './fresh-headers.js';
import { Legs } from './legs.js';

/** Calls a server for a legacy client, which is asked on the open stream whatever the server's era. */
export async function runForLegacy(facts: Authorized, errand: Errand, parts: GatewayParts): Promise<Forwarded | Reply> {
  const { channel, client } = facts;
  const mayBeAsked = errand.method !== 'completion/complete' && channel.canAsk;
  const profile = profileOf(client.capabilities, mayBeAsked);
  const isInteractive = isAskable(profile);
  const conversation = channel.canNotify || isInteractive ? new Conversation(facts, profile, parts.clock) : undefined;
  const audience: Audience = {
    profile: mayBeAsked && toldSuperset(errand) ? supersetOf(profile) : profile,
    listener: conversation,
    isInteractive,
  };
  const signal = isInteractive && conversation ? timed(conversation, channel.cancelled, parts) : channel.cancelled;
  try {
    const request = errandRequest(facts, errand, audience);
    let upstream = await parts.connector.send(targetOf(errand), request, signal);
    if (foundHeadersWrong(upstream, errand)) upstream = await sendWithFreshHeaders(upstream, { errand, request, signal }, parts);
    if (isAsking(upstream)) return await playRounds(facts, upstream, { errand, audience, conversation, signal }, parts);
    return withAnswer(facts, { kind: 'errand', errand, upstream });
  } catch (error) {
    return failureReply(error, facts.message, errand, channel.cancelled);
  } finally {
    conversation?.end();
  }
}

interface UnderWay {
  readonly errand: Errand;
  readonly audience: Audience;
  readonly conversation: Conversation | undefined;
  readonly signal: CancelSignal;
}

async function playRounds(
  facts: Authorized,
  first: UpstreamAnswer,
  { errand, audience, conversation, signal }: UnderWay,
  { connector, clock }: GatewayParts,
): Promise<Forwarded | Reply> {
  const again = (inputs: RawMembers): Promise<UpstreamAnswer> => {
    conversation?.legs?.run();
    return connector.send(targetOf(errand), errandRequest(facts, errand, audience, inputs), signal);
  };
  const upstream = await answerRounds(first, { facts, conversation, clock, again });
  return upstream instanceof Reply ? upstream : withAnswer(facts, { kind: 'errand', errand, upstream });
}

/** The signal of a call that keeps its time in legs: fires where the client cancels and where a leg takes too long. */
function timed(conversation: Conversation, cancelled: CancelSignal, { clock }: GatewayParts): CancelSignal {
  const source = new AbortSource();
  conversation.legs = new Legs(clock, () =>
    source.abort(new UpstreamFailure('gateway.upstream-timeout', 'The server did not answer in time', true)),
  );
  conversation.legs.run();
  if (cancelled.aborted) source.abort(cancelled.reason);
  else cancelled.addEventListener('abort', () => source.abort(cancelled.reason));
  return source;
}
