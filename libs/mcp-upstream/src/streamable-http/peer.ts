import type { UpstreamAnswer, UpstreamRequest } from '@mcpnest/gateway-core';
import type { Era } from '@mcpnest/mcp-protocol';
import type { CallTime } from '../call-time.js';

/** What a server said about itself; all of it untrusted text, cut to a sane length. */
export interface PeerFacts {
  readonly era: Era;
  readonly protocolVersion: string;
  readonly serverInfo?: { readonly name: string; readonly version: string };
  readonly instructions?: string;
}

/** A server as one era sees it. */
export interface Peer {
  readonly facts: PeerFacts;
  /** Sends one request once. @throws UpstreamFailure, or the signal's reason */
  send(request: UpstreamRequest, time: CallTime): Promise<UpstreamAnswer>;
  /** Whether the last answer showed that the server does not speak this era after all. */
  readonly isDoubted: boolean;
  /** Ends what the server keeps for us, once no call is under way; never throws. */
  end(): Promise<void>;
}

const NAME_LENGTH_MAX = 256;
const INSTRUCTIONS_LENGTH_MAX = 16_384;

/** The name and version in a raw Implementation object, cut; undefined where it is none. */
export function readServerInfo(value: unknown): PeerFacts['serverInfo'] {
  const { name, version } = (value ?? {}) as { name?: unknown; version?: unknown };
  if (typeof name !== 'string') return undefined;
  return { name: name.slice(0, NAME_LENGTH_MAX), version: typeof version === 'string' ? version.slice(0, NAME_LENGTH_MAX) : '' };
}

/** Instructions, cut. */
export function readInstructions(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, INSTRUCTIONS_LENGTH_MAX) : undefined;
}
