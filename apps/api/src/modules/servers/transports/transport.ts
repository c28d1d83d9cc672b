import type { CapabilityOption, EraOption } from '@mcpnest/gateway-core';
import { authOriginOf, authSlots, type ServerAuth } from './server-auth.js';

/** One header of a remote server. A secret one names a credential slot and carries no value; a plain one carries its value. */
export interface TransportHeader {
  readonly name: string;
  readonly secret: boolean;
  readonly value: string | null;
}

/** How a Version reaches its server. Immutable once stored; the shapes are those of the contract's `transport`. */
export type Transport = RemoteTransport | BuiltinTransport;

/** What is dialled. */
export type RemoteTransport = HttpTransport | SseTransport;

interface Remote {
  /** Normalised http(s) URL without userinfo and fragment. */
  readonly url: string;
  readonly headers: readonly TransportHeader[];
  /** What `Authorization` is made of; absent where nothing but headers proves who calls. */
  readonly auth?: ServerAuth;
  /** What is declared to the server on behalf of clients; absent where it is their own declaration. */
  readonly clientCapabilities?: Exclude<CapabilityOption, 'faithful'>;
}

export interface HttpTransport extends Remote {
  readonly type: 'streamable-http';
  readonly era: EraOption;
}

/** The HTTP+SSE transport of 2024-11-05; `url` is that of its event stream. */
export interface SseTransport extends Remote {
  readonly type: 'sse';
}

export interface BuiltinTransport {
  readonly type: 'builtin';
  readonly name: 'demo';
}

/**
 * Scheme, host and port that a credential is bound to, or null where nothing is dialled.
 * A value given for one origin is never sent to another (security C2).
 */
export function originOf(transport: Transport): string | null {
  return transport.type === 'builtin' ? null : new URL(transport.url).origin;
}

/** What values of one slot are bound to: the server's origin, and where they are shown to another one, that one too. */
export function slotOriginOf(transport: Transport, slot: string): string | null {
  const origin = originOf(transport);
  if (transport.type === 'builtin' || !transport.auth || !authSlots(transport.auth).includes(slotKey(slot))) return origin;
  const other = authOriginOf(transport.auth);
  return other === null ? origin : `${origin} ${other}`;
}

/** Names of the credential slots, as the operator spelled them. */
export function credentialSlots(transport: Transport): readonly string[] {
  if (transport.type === 'builtin') return [];
  const headers = transport.headers.filter((header) => header.secret).map((header) => header.name);
  return transport.auth ? [...headers, ...authSlots(transport.auth)] : headers;
}

/** Header names are case-insensitive (RFC 9110, field names), so slots are compared by this. */
export const slotKey = (name: string): string => name.toLowerCase();
