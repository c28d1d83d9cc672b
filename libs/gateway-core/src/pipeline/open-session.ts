import { checkLegacyVersion, LATEST_LEGACY, type ModernEnvelope } from '@mcpnest/mcp-protocol';
import { refuse, refuseRejection } from '../errors/refuse.js';
import { AbortSource } from '../exchange/abort-source.js';
import { acceptedReply, type Reply } from '../exchange/reply.js';
import { initialize } from '../sessions/initialize.js';
import type { LegacySession } from '../sessions/legacy-session.js';
import { takeClientMessage } from '../sessions/take-client-message.js';
import { withClient } from './add-facts.js';
import type { ClassifiedMessage, ClientSide, Opened } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';
import { takeRate } from './take-rate.js';

/**
 * What a request without session and without the version header is written for. Clients of the revisions before that header
 * open a session and keep it; who shows neither, such as a command line, reads what there is and gets all of it.
 */
const UNNAMED_REVISION = LATEST_LEGACY;
const NO_CAPABILITIES = {};

/** Says who asks: opens the legacy session or binds the request to it, and answers what is not a request. */
export function openSession(facts: ClassifiedMessage, parts: GatewayParts): Opened | Reply | Promise<Reply> {
  const { classified, message, named, channel } = facts;
  if (classified.era === 'modern') {
    // Core defines no notification from a modern client over HTTP: taken and dropped.
    return classified.kind === 'notification'
      ? (takeRate(facts, undefined, parts) ?? acceptedReply())
      : withClient(facts, 'modern', modernClient(classified.envelope));
  }
  if (classified.kind === 'initialize') return takeRate(facts, message.idText, parts) ?? initialize(facts, parts);
  const fault = checkLegacyVersion(message, classified.protocolVersion);
  if (fault) return refuseRejection(fault);
  if (named === 'unknown') {
    const idText = message.kind === 'request' ? message.idText : undefined;
    return refuse('gateway.session-unknown', idText, { detail: 'Start again with initialize.' });
  }
  if (classified.kind !== 'request') {
    const refusal = takeRate(facts, undefined, parts);
    if (named && !refusal) takeClientMessage(named, message);
    return refusal ?? acceptedReply();
  }
  if (!named) return withClient(facts, 'legacy', statelessClient(classified.protocolVersion));
  const cancel = new AbortSource();
  named.inFlight.set(message.idText, { cancel, upstream: undefined });
  channel.bind(named, cancel);
  return withClient(facts, 'legacy', sessionClient(named));
}

const modernClient = ({ clientCapabilities, logLevel, protocolVersion }: ModernEnvelope): ClientSide => ({
  session: undefined,
  capabilities: clientCapabilities,
  logLevel,
  revision: protocolVersion,
});

const sessionClient = (session: LegacySession): ClientSide => ({
  session,
  capabilities: session.record.capabilities,
  logLevel: session.record.logLevel ?? undefined,
  revision: session.record.revision,
});

const statelessClient = (version: string | undefined): ClientSide => ({
  session: undefined,
  capabilities: NO_CAPABILITIES,
  logLevel: undefined,
  revision: version ?? UNNAMED_REVISION,
});
