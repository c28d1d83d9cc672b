import { performance } from 'node:perf_hooks';
import {
  UpstreamFailure,
  type CancelSignal,
  type UpstreamFacts,
  type UpstreamFailureCode,
  type UpstreamItem,
  type UpstreamTarget,
} from '@mcpnest/gateway-core';
import type { Era } from '@mcpnest/mcp-protocol';
import { DEMO_FACTS, listDemo } from '../builtin/demo.js';
import { startingNow, waitFor, type CallTime } from '../call-time.js';
import { failure, fromNetworkError } from '../net/failures.js';
import type { Peer } from '../peer.js';
import type { Upstream } from '../upstream.js';

/** An upstream that can be gone to step by step. */
type Probed = Upstream & { resolve(): Promise<void>; connect(): Promise<void> };

/** The stages of a probe, in the order they are taken; the first that fails is the last. */
export type ProbeStageName = 'address' | 'connect' | 'handshake' | 'tools';

export interface ProbeStage {
  readonly name: ProbeStageName;
  readonly ok: boolean;
  /** A code of the error catalogue. */
  readonly reason?: UpstreamFailureCode;
  /** What to do about it, in our words. */
  readonly detail?: string;
  /** Whole milliseconds. */
  readonly ms: number;
}

export interface ProbeResult {
  readonly ok: boolean;
  readonly stages: readonly ProbeStage[];
  readonly era?: Era;
  readonly protocolVersion?: string;
  /** What the server calls itself: untrusted. */
  readonly serverInfo?: UpstreamFacts['serverInfo'];
  /** Its tools' definitions, untrusted, as raw texts. */
  readonly tools?: readonly UpstreamItem[];
  /** How many of what else it offers; a list that it would not give in time is left out. */
  readonly counts?: Readonly<Partial<Record<Counted, number>>>;
}

const PROBE_MS = 15_000;
const COUNTED = ['prompts', 'resources', 'templates'] as const;
type Counted = (typeof COUNTED)[number];

/**
 * Tries a target step by step: is its address allowed, does it accept a connection, which era does it speak, which tools
 * does it offer. At most 15 s in all. `open` builds the upstream, which is closed again whatever happens.
 * @throws the signal's reason alone.
 */
export function probeUpstream(target: UpstreamTarget, open: () => Probed, signal: CancelSignal): Promise<ProbeResult> {
  return walkTo(target, open, signal, async ({ stages, time, upstream, peer }) => {
    const tools = await take(stages, 'tools', time, () => upstream.list('tools', time));
    const { era, protocolVersion, serverInfo } = peer.facts;
    const counts = await countOffers(upstream, time);
    return { ok: true, stages, era, protocolVersion, serverInfo, tools: tools.items, counts };
  });
}

/** The same up to the handshake: whether a target answers, and no more. */
export function reachUpstream(target: UpstreamTarget, open: () => Probed, signal: CancelSignal): Promise<ProbeResult> {
  return walkTo(target, open, signal, ({ stages }) => Promise.resolve({ ok: true, stages }));
}

/** A target that answered. */
interface Reached {
  readonly stages: ProbeStage[];
  readonly time: CallTime;
  readonly upstream: Probed;
  readonly peer: Peer;
}

async function walkTo(
  target: UpstreamTarget,
  open: () => Probed,
  signal: CancelSignal,
  then: (reached: Reached) => Promise<ProbeResult>,
): Promise<ProbeResult> {
  if (target.transport.type === 'builtin') return builtinResult();
  const time = startingNow(PROBE_MS, signal);
  const stages: ProbeStage[] = [];
  let upstream: Probed | undefined;
  try {
    await take(stages, 'address', time, () => (upstream = opened(target, open)).resolve());
    await take(stages, 'connect', time, () => upstream!.connect());
    const peer = await take(stages, 'handshake', time, () => upstream!.open(time));
    return await then({ stages, time, upstream: upstream!, peer });
  } catch (error) {
    if (signal.aborted) throw error;
    return { ok: false, stages };
  } finally {
    void upstream?.close();
  }
}

/** Nothing depends on these lists here, so one that fails is only not counted. @throws the signal's reason */
async function countOffers(upstream: Upstream, time: CallTime): Promise<Partial<Record<Counted, number>>> {
  const counts: Partial<Record<Counted, number>> = {};
  const count = async (kind: Counted): Promise<void> => void (counts[kind] = (await upstream.list(kind, time)).items.length);
  await Promise.allSettled(COUNTED.map((kind) => waitFor(count(kind), time)));
  if (time.signal.aborted) throw time.signal.reason;
  return { ...counts };
}

/** Runs a stage and notes how it went. */
async function take<T>(stages: ProbeStage[], name: ProbeStageName, time: CallTime, stage: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const elapsed = (): number => Math.round(performance.now() - start);
  try {
    const result = await waitFor(stage(), time);
    stages.push({ name, ok: true, ms: elapsed() });
    return result;
  } catch (error) {
    const { code, message } = error instanceof UpstreamFailure ? error : fromNetworkError(error, false);
    stages.push({ name, ok: false, reason: code, detail: message, ms: elapsed() });
    throw error;
  }
}

function opened(target: UpstreamTarget, open: () => Probed): Probed {
  if (target.missingCredentials.length > 0) throw failure('gateway.credential-missing', false);
  return open();
}

function builtinResult(): ProbeResult {
  const stages = (['address', 'connect', 'handshake', 'tools'] as const).map((name) => ({ name, ok: true, ms: 0 }));
  const { era, protocolVersion, serverInfo } = DEMO_FACTS;
  const counts = Object.fromEntries(COUNTED.map((kind) => [kind, listDemo(kind).items.length]));
  return { ok: true, stages, era, protocolVersion, serverInfo, tools: listDemo('tools').items, counts };
}
