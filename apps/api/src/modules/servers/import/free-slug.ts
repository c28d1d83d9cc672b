import { SLUG_LENGTH } from '@mcpnest/shared/limits';
import { slugOf } from '../catalogue/server.js';

/** Places of the console beside `/catalogue/{slug}`, and what limits of tokens call toolsets: no server should be called so by a machine. */
const RESERVED: ReadonlySet<string> = new Set(['new', 'import', 'changes', 'toolset', 'toolsets']);

/** A slug made from a name that is not among those taken: `weather`, `weather-2`, … */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const wished = wishedSlug(name);
  for (let n = 1; ; n++) {
    const tail = n === 1 ? '' : `-${n}`;
    const slug = `${wished.slice(0, SLUG_LENGTH.max - tail.length).replace(/-+$/, '')}${tail}`;
    if (!taken.has(slug) && !RESERVED.has(slug)) return slug;
  }
}

/** Names without a Latin letter have no slug of their own. */
function wishedSlug(name: string): string {
  try {
    return slugOf(name);
  } catch {
    return 'server';
  }
}
