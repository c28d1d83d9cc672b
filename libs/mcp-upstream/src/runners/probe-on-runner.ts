import { performance } from 'node:perf_hooks';
import { UpstreamFailure, type CancelSignal, type UpstreamTarget } from '@mcpnest/gateway-core';
import { startingNow } from '../call-time.js';
import { failure } from '../net/failures.js';
import type { ProbeResult } from '../probe/probe.js';
import { askedTarget } from './runner-call.js';
import type { RunnerFleet } from './runner-fleet.js';

/** What a probe may take, and the way there. */
const PROBE_MS = 18_000;

/** Tries a server on the runner where it is placed. Throws the signal's reason alone. */
export async function probeOnRunner(fleet: RunnerFleet, target: UpstreamTarget, signal: CancelSignal): Promise<ProbeResult> {
  const start = performance.now();
  try {
    if (target.missingCredentials.length > 0) throw failure('gateway.credential-missing', false);
    return await fleet.ask(target.key, 'probe', { target: askedTarget(target) }, startingNow(PROBE_MS, signal));
  } catch (error) {
    if (signal.aborted || !(error instanceof UpstreamFailure)) throw error;
    const ms = Math.round(performance.now() - start);
    return { ok: false, stages: [{ name: 'address', ok: false, reason: error.code, detail: error.message, ms }] };
  }
}
