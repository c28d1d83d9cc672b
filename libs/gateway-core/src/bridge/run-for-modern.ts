import { refuse } from '../errors/refuse.js';
import type { Reply } from '../exchange/reply.js';
import type { Authorized, Forwarded } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import type { CallListener, ClientCapabilities, UpstreamAnswer } from '../ports/upstream-connector.js';
import { isAskable, profileOf, supersetOf, toldSuperset } from './capability-profile.js';
import { errandRequest, progressTokenText, type RawMembers } from './errand-request.js';
import { targetOf, type Errand } from './errand.js';
import { failureReply } from './failure-reply.js';
import { foundHeadersWrong, sendWithFreshHeaders } from './fresh-headers.js';
import { InteractiveCall } from './interactive-call.js';
import { relayNotice, type WantedNotices } from './notices.js';
import { parkOrSettle } from './park-or-settle.js';
import { readRetry } from './read-retry.js';
import { refusalOf, tooManyQuestions } from './refuse-question.js';
import { SentErrand } from './sent-errand.js';
import { settleModern } from './settle-modern.js';

interface Sending {
  readonly errand: Errand;
  /** What the client itself offers. */
  readonly profile: ClientCapabilities;
  readonly inputs: RawMembers | undefined;
  /** Whether the server is told that everything is offered. */
  readonly isSuperset: boolean;
}

/** Calls a server for a modern client, or goes on with a call for which the client comes back with what it was asked for. */
export function runForModern(facts: Authorized, errand: Errand, parts: GatewayParts): Promise<Forwarded | Reply> {
  const { message } = facts;
  if (errand.method === 'completion/complete') return runPlain(facts, { errand, profile: {}, inputs: undefined, isSuperset: false }, parts);
  if (message.params?.has('requestState') || message.params?.has('inputResponses')) return runRetry(facts, errand, parts);
  return runFirst(facts, errand, undefined, parts);
}

async function runRetry(facts: Authorized, errand: Errand, parts: GatewayParts): Promise<Forwarded | Reply> {
  const { idText } = facts.message;
  const retry = readRetry(facts, errand, parts);
  switch (retry.kind) {
    case 'malformed':
      return refuse('gateway.invalid-params', idText, { detail: retry.detail });
    case 'unknown':
      return refuse('gateway.request-state-unknown', idText);
    case 'send':
      return runFirst(facts, errand, retry.inputs, parts);
    case 'parked': {
      const step = await retry.call.next({ channel: facts.channel, wanted: wantedBy(facts) }, retry.responses);
      return parkOrSettle(facts, { errand, call: retry.call }, step, parts);
    }
  }
}

function runFirst(facts: Authorized, errand: Errand, inputs: RawMembers | undefined, parts: GatewayParts): Promise<Forwarded | Reply> {
  const profile = profileOf(facts.client.capabilities, true);
  const isSuperset = toldSuperset(errand);
  const sending = { errand, profile, inputs, isSuperset };
  return isSuperset || isAskable(profile) ? runInteractive(facts, sending, parts) : runPlain(facts, sending, parts);
}

async function runInteractive(facts: Authorized, sending: Sending, parts: GatewayParts): Promise<Forwarded | Reply> {
  const { errand, profile, inputs, isSuperset } = sending;
  const call = new InteractiveCall(profile, isSuperset, parts.clock);
  const audience = { profile: isSuperset ? supersetOf(profile) : profile, listener: call, isInteractive: true };
  const step = call.next({ channel: facts.channel, wanted: wantedBy(facts) });
  call.begin(new SentErrand(errand, errandRequest(facts, errand, audience, inputs)), parts);
  return parkOrSettle(facts, { errand, call }, await step, parts);
}

/** A call about which nobody can be asked: one wait for one answer. */
async function runPlain(facts: Authorized, { errand, profile, inputs }: Sending, parts: GatewayParts): Promise<Forwarded | Reply> {
  const { channel, message, client } = facts;
  const canHear = channel.canNotify && (client.logLevel !== undefined || message.meta?.['progressToken'] !== undefined);
  const listener = canHear ? new NoticeListener(facts) : undefined;
  const request = errandRequest(facts, errand, { profile, listener, isInteractive: false }, inputs);
  let upstream: UpstreamAnswer;
  try {
    upstream = await parts.connector.send(targetOf(errand), request, channel.cancelled);
    if (foundHeadersWrong(upstream, errand))
      upstream = await sendWithFreshHeaders(upstream, { errand, request, signal: channel.cancelled }, parts);
  } catch (error) {
    return failureReply(error, message, errand, channel.cancelled);
  }
  return settleModern(facts, errand, upstream, parts);
}

/** Hears what a server says about a call whose client cannot be asked anything. */
class NoticeListener implements CallListener {
  private readonly wanted: WantedNotices;

  constructor(private readonly facts: Authorized) {
    this.wanted = wantedBy(facts);
  }

  notified(method: string, paramsText: string | undefined): void {
    relayNotice(this.facts.channel, this.wanted, method, paramsText);
  }

  asked(question: Parameters<CallListener['asked']>[0]): void {
    question.answer(refusalOf(question, {}) ?? tooManyQuestions());
  }
}

/** A modern client hears log messages only where its request names a level (2026-07-28, Logging). */
function wantedBy({ message, client }: Authorized): WantedNotices {
  return { progressTokenText: progressTokenText(message), logLevel: client.logLevel ?? 'none', elicitationComplete: false };
}
