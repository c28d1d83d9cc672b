import { AUTH_SLOTS, authorizationOf, authSlots } from '../transports/server-auth.js';
import { sentAlong, slotKey, type BuiltinTransport, type Transport } from '../transports/transport.js';
import type { Lent } from '../transports/upstream-target.js';

/** The value of a slot in clear, with what names it. */
export interface OpenedValue {
  readonly value: string;
  /** Null for a value that is not stored. */
  readonly credentialId: string | null;
  /** Changes when the value does, and tells nothing of it. */
  readonly revision: string;
}

/** Puts the values of slots where the transport sends them. Pure. */
export function lentValues(transport: Exclude<Transport, BuiltinTransport>, opened: ReadonlyMap<string, OpenedValue>): Lent {
  const headers: Record<string, string> = {};
  const secrets = [...opened].flatMap(([slot, { value }]) => (slot === AUTH_SLOTS.username ? [] : value));
  const missing: string[] = [];
  for (const { name, secret, value } of sentAlong(transport)) {
    const sent = secret ? opened.get(name)?.value : (value ?? '');
    if (sent === undefined) missing.push(name);
    else headers[slotKey(name)] = sent;
  }
  if ('auth' in transport && transport.auth) {
    const authorization = authorizationOf(transport.auth, (slot) => opened.get(slot)?.value);
    if (authorization !== undefined) {
      headers['authorization'] = authorization;
      secrets.push(authorization);
    }
    missing.push(...authSlots(transport.auth).filter((slot) => !opened.has(slot)));
  }
  const values = [...opened.values()];
  return {
    headers,
    secrets,
    missing,
    credentialIds: values.flatMap(({ credentialId }) => credentialId ?? []),
    revisions: values.map(({ revision }) => revision),
  };
}
