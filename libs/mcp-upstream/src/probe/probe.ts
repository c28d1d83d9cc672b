import { performance } from 'node:perf_hooks';
import {
  UpstreamFailure,
  type UpstreamFacts,
  type UpstreamFailureCode,
  type UpstreamTarget,
  type UpstreamTool,
  type CancelSignal,
} from '@mcpnest/gateway-core';
import type { Era } from '@mcpnest/mcp-protocol';
import { DEMO_SERVER_INFO, listDemoTools } from '../builtin/demo.js';
import { startingNow, waitFor, type CallTime } from '../call-time.js';
import { failure, fromNetworkError } from '../net/failures.js';
import type { HttpUpstream } from '../http-upstream.js';

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
  /** Its definitions, untrusted, as raw texts. */
  readonly tools?: readonly UpstreamTool[];
}

const PROBE_MS = 15_000;
type HttpTransport = Extract<UpstreamTarget['transport'], { type: 'streamable-http' }>;

/**
 * Tries a target step by step: is its address allowed, does it accept a connection, which era does it speak, which tools
 * does it offer. At most 15 s in all. `open` builds the upstream, which is closed again whatever happens.
 * @throws the signal's reason alone.
 */
export async function probeUpstream(
  target: UpstreamTarget,
  open: (transport: HttpTransport) => HttpUpstream,
  signal: CancelSignal,
): Promise<ProbeResult> {
  const { transport } = target;
  if (transport.type === 'builtin') return builtinResult();
  const time = startingNow(PROBE_MS, signal);
  const stages: ProbeStage[] = [];
  let upstream: HttpUpstream | undefined;
  try {
    await take(stages, 'address', time, () => (upstream = opened(target, transport, open)).resolve());
    await take(stages, 'connect', time, () => upstream!.connect());
    const peer = await take(stages, 'handshake', time, () => upstream!.open(time));
    const { tools } = await take(stages, 'tools', time, () => upstream!.listTools(time));
    const { era, protocolVersion, serverInfo } = peer.facts;
    return { ok: true, stages, era, protocolVersion, serverInfo, tools };
  } catch (error) {
    if (signal.aborted) throw error;
    return { ok: false, stages };
  } finally {
    void upstream?.close();
  }
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

function opened(target: UpstreamTarget, transport: HttpTransport, open: (transport: HttpTransport) => HttpUpstream): HttpUpstream {
  if (target.missingCredentials.length > 0) throw failure('gateway.credential-missing', false);
  return open(transport);
}

function builtinResult(): ProbeResult {
  const stages = (['address', 'connect', 'handshake', 'tools'] as const).map((name) => ({ name, ok: true, ms: 0 }));
  return { ok: true, stages, era: 'modern', protocolVersion: '2026-07-28', serverInfo: DEMO_SERVER_INFO, tools: listDemoTools().tools };
}
