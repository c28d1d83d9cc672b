import { TRACE_KEYS } from '../http/trace-context.js';
import { META_KEYS } from './era.js';

/** `_meta` keys that belong to one hop: they are written anew for each peer and never forwarded. */
const HOP_KEYS: ReadonlySet<string> = new Set([...Object.values(META_KEYS), 'progressToken', ...TRACE_KEYS]);

/**
 * Whether a `_meta` key is written anew for each peer: those of one hop, and trace context, of which only what was checked goes on.
 * All others, such as vendor keys, travel end to end as they are.
 */
export function isHopKey(key: string): boolean {
  return HOP_KEYS.has(key);
}
