import { META_KEYS } from './era.js';

/** `_meta` keys that belong to one hop: they are written anew for each peer and never forwarded. */
const HOP_KEYS: ReadonlySet<string> = new Set([...Object.values(META_KEYS), 'progressToken']);

/** Whether a `_meta` key belongs to one hop. */
export function isHopKey(key: string): boolean {
  return HOP_KEYS.has(key);
}

/** The entries of a request's `_meta` that travel end to end: trace context, vendor and extension keys. */
export function endToEndMeta(meta: Iterable<readonly [string, string]> = []): (readonly [string, string])[] {
  return [...meta].filter(([key]) => !HOP_KEYS.has(key));
}
