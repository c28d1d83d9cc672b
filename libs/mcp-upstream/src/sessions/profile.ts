import type { ClientCapabilities } from '@mcpnest/gateway-core';
import type { Profile } from './session.js';

/** The profile of a session that declares nothing. */
export const NO_CAPABILITIES: Profile = '{}';

/** Capabilities objects live as long as a client's session, so each is written once. */
const written = new WeakMap<ClientCapabilities, Profile>();

/** Capabilities as one text, whatever the order of their members: what is declared, and the key of sessions that can be shared. */
export function profileOf(capabilities: ClientCapabilities): Profile {
  let profile = written.get(capabilities);
  if (profile === undefined) {
    profile = JSON.stringify(sorted(capabilities));
    written.set(capabilities, profile);
  }
  return profile;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}

/** Whether an object has any member. */
export function hasMembers(object: object): boolean {
  for (const _member in object) return true;
  return false;
}

/** Whether a client with these capabilities can be asked anything. */
export function isAskable(capabilities: ClientCapabilities): boolean {
  return capabilities['elicitation'] !== undefined || capabilities['sampling'] !== undefined || capabilities['roots'] !== undefined;
}
