import type { CapabilityOption, EraOption } from '@mcpnest/gateway-core';
import { withoutVersion } from '@mcpnest/mcp-upstream';
import { authOriginOf, authSlots, type OAuthMemberAuth, type ServerAuth } from './server-auth.js';

/** One header of a remote server. A secret one names a credential slot and carries no value; a plain one carries its value. */
export interface TransportHeader {
  readonly name: string;
  readonly secret: boolean;
  readonly value: string | null;
}

/** How a Version reaches its server. Immutable once stored; the shapes are those of the contract's `transport`. */
export type Transport = RemoteTransport | StdioTransport | BuiltinTransport;

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

/** A program that the gateway runs. One of `package` and `command` is given. */
export interface StdioTransport {
  readonly type: 'stdio';
  /** `npm:name@1.2.3` or `pypi:name==1.2.3`. */
  readonly package: string | null;
  /** What exactly that version is, as the registry said when the Version was made. */
  readonly integrity: string | null;
  /** Packages among what comes with it whose install scripts may run, such as `npm:name@1.2.3`; sorted. Absent where none may. */
  readonly scripts?: readonly string[];
  /** Absolute path of a program on the operator's list. */
  readonly command: string | null;
  readonly args: readonly string[];
  readonly env: readonly TransportHeader[];
  readonly network: boolean;
  readonly folders: readonly { readonly path: string; readonly writable: boolean }[];
  readonly warm: boolean;
  readonly clientCapabilities?: Exclude<CapabilityOption, 'faithful'>;
}

export interface BuiltinTransport {
  readonly type: 'builtin';
  readonly name: 'demo';
}

/**
 * What a credential is bound to: scheme, host and port of what is dialled, or the package or program that is run; null where there
 * is neither. A value given for one origin is never sent to another (security C2); another version of a package is the same.
 */
export function originOf(transport: Transport): string | null {
  if (transport.type === 'builtin') return null;
  if (transport.type === 'stdio') return transport.package === null ? `command:${transport.command}` : withoutVersion(transport.package);
  return new URL(transport.url).origin;
}

/** What is sent along: headers, or variables of a program. */
export function sentAlong(transport: Transport): readonly TransportHeader[] {
  if (transport.type === 'builtin') return [];
  return transport.type === 'stdio' ? transport.env : transport.headers;
}

/** What values of one slot are bound to: the server's origin, and where they are shown to another one, that one too. */
export function slotOriginOf(transport: Transport, slot: string): string | null {
  const origin = originOf(transport);
  const auth = 'auth' in transport ? transport.auth : undefined;
  if (!auth || !authSlots(auth).includes(slotKey(slot))) return origin;
  const other = authOriginOf(auth);
  return other === null ? origin : `${origin} ${other}`;
}

/** Names of the credential slots, as the operator spelled them. */
export function credentialSlots(transport: Transport): readonly string[] {
  const slots = sentAlong(transport)
    .filter((header) => header.secret)
    .map((header) => header.name);
  return 'auth' in transport && transport.auth ? [...slots, ...authSlots(transport.auth)] : slots;
}

/**
 * A transport as its users see it: the client that OAuth by person goes through is the installation's own affair, so nobody
 * else has a value for it, and none is sent to the server.
 */
export function withoutClientOfMembers<T extends Transport>(transport: T): T {
  const auth = 'auth' in transport ? transport.auth : undefined;
  return auth?.type === 'oauth-member' ? { ...transport, auth: { ...auth, clientId: null } } : transport;
}

/** The authentication of a server that people connect accounts of their own to, or null. */
export function memberAuthOf(transport: Transport): OAuthMemberAuth | null {
  const auth = 'auth' in transport ? transport.auth : undefined;
  return auth?.type === 'oauth-member' ? auth : null;
}

/** Header names are case-insensitive (RFC 9110, field names), so slots are compared by this. */
export const slotKey = (name: string): string => name.toLowerCase();
