import { LIMITS } from '@mcpnest/shared/limits';
import type { Clock } from '../ports/clock.js';
import type { Sealer } from '../ports/sealer.js';
import type { Errand } from './errand.js';

/**
 * What the gateway needs to know again when a client comes back with the `requestState` it was given (2026-07-28, "Multi
 * round-trip requests", "Security Considerations"): a call that waits in a process, a state of the server's own, or that the
 * call is simply to be made again.
 */
export type RequestState =
  | { readonly kind: 'parked'; readonly node: string; readonly parkId: string }
  | { readonly kind: 'upstream'; /** Raw JSON, if the server gave one. */ readonly stateText: string | undefined }
  | { readonly kind: 'reissue' };

/** Whose request a state belongs to: it opens for the same principal, workspace and request alone. */
export interface StateBinding {
  readonly principalKey: string;
  readonly errand: Errand;
}

interface Kept {
  readonly sealer: Sealer;
  readonly clock: Clock;
}

interface Sealed {
  readonly v: 1;
  readonly k: RequestState['kind'];
  /** Milliseconds since the epoch. */
  readonly exp: number;
  readonly node?: string;
  readonly id?: string;
  readonly state?: string;
}

const SEPARATOR = '.';
const NODE_LENGTH_MAX = 128;
/** A server's state is held by the client and comes back in a request, which has bounds of its own. */
export const UPSTREAM_STATE_LENGTH_MAX = 512 * 1_024;

/** Seals a state for a client; one that waits in a process begins with the process, so that the retry finds it. */
export function sealState(state: RequestState, binding: StateBinding, { sealer, clock }: Kept): string {
  const sealed: Sealed = {
    v: 1,
    k: state.kind,
    exp: clock.now() + LIMITS.parkMs,
    ...(state.kind === 'parked' && { node: state.node, id: state.parkId }),
    ...(state.kind === 'upstream' && state.stateText !== undefined && { state: state.stateText }),
  };
  const text = sealer.seal(purposeOf(binding, sealer), JSON.stringify(sealed));
  return state.kind === 'parked' ? state.node + SEPARATOR + text : text;
}

/** The state, or undefined for what was not sealed for this request, was changed, or has expired. */
export function openState(text: string, binding: StateBinding, { sealer, clock }: Kept): RequestState | undefined {
  const node = nodeOfState(text);
  const opened = sealer.open(purposeOf(binding, sealer), node === undefined ? text : text.slice(node.length + SEPARATOR.length));
  if (opened === undefined) return undefined;
  const sealed = JSON.parse(opened) as Sealed;
  if (sealed.v !== 1 || sealed.exp <= clock.now() || sealed.node !== node) return undefined;
  if (sealed.k === 'parked') return { kind: 'parked', node: sealed.node ?? '', parkId: sealed.id ?? '' };
  return sealed.k === 'upstream' ? { kind: 'upstream', stateText: sealed.state } : { kind: 'reissue' };
}

/** The process where the call of this state waits; undefined where it waits nowhere. Says nothing about whether the state is genuine. */
export function nodeOfState(text: string): string | undefined {
  const end = text.indexOf(SEPARATOR);
  return end > 0 && end <= NODE_LENGTH_MAX ? text.slice(0, end) : undefined;
}

function purposeOf({ principalKey, errand }: StateBinding, sealer: Sealer): string {
  return `requestState ${principalKey} ${fingerprint(errand, sealer)}`;
}

/** Equal for equal requests, however their JSON is spelled and ordered: a client may write it anew when it comes back. */
function fingerprint({ method, exposure, subject, params }: Errand, sealer: Sealer): string {
  const members = Object.fromEntries(params.map(([key, text]) => [key, JSON.parse(text) as unknown]));
  return sealer.digest(JSON.stringify([method, exposure.target.serverId, subject, inOrder(members)]));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  // Pairs instead of an object: integer-like keys would be reordered, and `__proto__` would be no key.
  return {
    pairs: Object.entries(value)
      .sort(byKey)
      .map(([key, member]) => [key, inOrder(member)]),
  };
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);
