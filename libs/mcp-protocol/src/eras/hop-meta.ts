import { META_KEYS } from './era.js';

/** `_meta` keys that belong to one hop: they are written anew for each peer and never forwarded. */
const HOP_KEYS: ReadonlySet<string> = new Set([...Object.values(META_KEYS), 'progressToken']);

/** Whether a `_meta` key belongs to one hop; all others, such as trace context and vendor keys, travel end to end. */
export function isHopKey(key: string): boolean {
  return HOP_KEYS.has(key);
}
