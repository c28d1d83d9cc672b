import { credentialSlots, slotKey, slotOriginOf, type Transport } from '../transports/transport.js';
import type { StoredCredential } from './credential.js';

/** One slot with what is stored for it. */
export interface CredentialSlot {
  readonly name: string;
  /** Whether the transport has this slot; else it is a value left over from an older version. */
  readonly attached: boolean;
  readonly stored: StoredCredential | null;
}

/** What tells which slot of which origin a value is for. */
type SlotValue = Pick<StoredCredential, 'origin' | 'name'>;

/** The stored value of a slot that this transport may be lent: same origin, same name (security C2). */
export function valueFor<V extends SlotValue>(transport: Transport, slot: string, stored: readonly V[]): V | null {
  const origin = slotOriginOf(transport, slot);
  return stored.find((credential) => credential.origin === origin && slotKey(credential.name) === slotKey(slot)) ?? null;
}

/** The slots of a transport in its order, then values left over from older versions, each name once. */
export function slotsOf(transport: Transport | null, stored: readonly StoredCredential[]): readonly CredentialSlot[] {
  const slots =
    transport === null
      ? []
      : credentialSlots(transport).map((name) => ({ name, attached: true, stored: valueFor(transport, name, stored) }));
  const seen = new Set(slots.map((slot) => slotKey(slot.name)));
  const left = stored.filter((credential) => !seen.has(slotKey(credential.name)) && seen.add(slotKey(credential.name)));
  return [...slots, ...left.map((credential) => ({ name: credential.name, attached: false, stored: credential }))];
}

/** Whether every slot has a value; null where there is no slot. */
export function areCredentialsSet(transport: Transport | null, stored: readonly SlotValue[]): boolean | null {
  if (transport === null) return null;
  const slots = credentialSlots(transport);
  return slots.length === 0 ? null : slots.every((slot) => valueFor(transport, slot, stored) !== null);
}
