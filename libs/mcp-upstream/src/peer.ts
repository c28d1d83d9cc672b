import type { UpstreamAnswer, UpstreamFacts, UpstreamRequest, UpstreamWatch, UpstreamWatcher } from '@mcpnest/gateway-core';
import type { CallTime } from './call-time.js';

/** One watch over a server, not tried again by itself. */
export interface PeerWatch extends UpstreamWatch {
  /** Whether the server has nothing to tell, so that nothing is held open. */
  readonly isSilent: boolean;
}

/** A server as one era sees it, whatever the transport. */
export interface Peer {
  readonly facts: UpstreamFacts;
  /** Sends one request once. @throws UpstreamFailure, or the signal's reason */
  send(request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer>;
  /**
   * Hears the server once: `opened` when the watch is in force and after each change, then `lost` exactly once when it is over,
   * also where it never came about. Does not try again. Where the server has nothing to tell: `opened([])` and silence.
   */
  watch(uris: readonly string[], watcher: UpstreamWatcher): PeerWatch;
  /** Whether the last answer showed that the server does not speak this era after all. */
  readonly isDoubted: boolean;
  /** Ends what the server keeps for us, once no call is under way; never throws. */
  end(): Promise<void>;
}

const NAME_LENGTH_MAX = 256;
const INSTRUCTIONS_LENGTH_MAX = 16_384;
const CAPABILITIES_LENGTH_MAX = 65_536;

/** The name and version in a parsed Implementation object, cut; undefined where it is none. */
export function readServerInfo(value: unknown): UpstreamFacts['serverInfo'] {
  const { name, version } = (value ?? {}) as { name?: unknown; version?: unknown };
  if (typeof name !== 'string') return undefined;
  return { name: name.slice(0, NAME_LENGTH_MAX), version: typeof version === 'string' ? version.slice(0, NAME_LENGTH_MAX) : '' };
}

/** Instructions, cut. */
export function readInstructions(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, INSTRUCTIONS_LENGTH_MAX) : undefined;
}

/** A parsed ServerCapabilities object; empty for what is none or too large to keep. */
export function readCapabilities(value: unknown): UpstreamFacts['capabilities'] {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && JSON.stringify(value).length <= CAPABILITIES_LENGTH_MAX ? (value as Record<string, unknown>) : {};
}
