import { performance } from 'node:perf_hooks';
import { MODERN_REVISIONS, modernRequest, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { UpstreamFailure } from '@mcpnest/gateway-core';
import type { CallTime } from '../call-time.js';
import { discoveredFacts } from '../eras/discover.js';
import { judgeDiscover, type DiscoverVerdict } from '../eras/discover-verdict.js';
import type { Wire } from '../streamable-http/wire.js';
import { ModernStdioPeer } from './modern-stdio-peer.js';
import type { StdioChannel } from './stdio-channel.js';

/** Silence says that a server does not know the question, but a program also takes its time to begin. */
const SILENCE_MS = 8_000;

/** What came of the question for modern revisions. */
export interface StdioVerdict {
  readonly kind: DiscoverVerdict['kind'];
  /** The server, where it is a modern one: on the process that was asked. */
  readonly peer?: ModernStdioPeer;
}

/**
 * Asks a process which modern revisions it speaks. An error, silence or its end mean that it speaks none (2026-07-28, stdio); some
 * servers end at whatever comes before `initialize`, so this process is used for nothing else unless it is a modern one.
 * @throws UpstreamFailure or the signal's reason where the caller's time is up
 */
export async function discoverOn(channel: StdioChannel, wire: Wire, time: CallTime): Promise<StdioVerdict> {
  const first = await ask(channel, MODERN_REVISIONS[0], { wire, time });
  if (first.verdict.kind !== 'modern') return { kind: first.verdict.kind };
  const { protocolVersion } = first.verdict;
  const { reply } = first.reply?.kind === 'result' ? first : await ask(channel, protocolVersion, { wire, time });
  if (reply?.kind !== 'result') return { kind: 'unsupported' };
  const facts = discoveredFacts({ status: 200, reply, sessionId: undefined, bytes: 0 }, protocolVersion);
  return { kind: 'modern', peer: new ModernStdioPeer(facts, channel, wire) };
}

async function ask(
  channel: StdioChannel,
  protocolVersion: string,
  { wire, time }: { wire: Wire; time: CallTime },
): Promise<{ readonly reply: UpstreamReply | undefined; readonly verdict: DiscoverVerdict }> {
  const id = wire.nextId();
  const envelope = { protocolVersion, clientCapabilitiesText: '{}', clientInfo: wire.clientInfo };
  const { text } = modernRequest({ idText: String(id), method: 'server/discover', params: [], envelope });
  const deadlineAt = Math.min(time.deadlineAt, performance.now() + SILENCE_MS);
  try {
    const { reply } = await channel.ask(id, text, { ...time, deadlineAt });
    return { reply, verdict: judgeDiscover(200, reply) };
  } catch (error) {
    if (time.signal.aborted || !(error instanceof UpstreamFailure)) throw error;
    return { reply: undefined, verdict: { kind: 'try-legacy' } };
  }
}
