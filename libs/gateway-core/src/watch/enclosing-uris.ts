/** Longer ones are not subscribed to. */
export const URI_LENGTH_MAX = 4_096;
const DEPTH_MAX = 32;
const BOUNDARIES = '/?#';

/**
 * A URI and those that enclose it, nearest first: a server may tell of an update of something inside of what was subscribed to
 * (2025-11-25, `notifications/resources/updated`). `a://b/c/d` is enclosed by `a://b/c/`, `a://b/c`, `a://b/` and `a://b`.
 * Bounded in length and depth; nothing for a URI that is too long.
 */
export function* enclosingUris(uri: string): Generator<string> {
  if (uri.length > URI_LENGTH_MAX) return;
  yield uri;
  const scheme = uri.indexOf('://');
  const shortest = scheme < 0 ? uri.indexOf(':') + 1 : scheme + 3;
  let left = DEPTH_MAX;
  for (let end = uri.length - 1; end > shortest && left > 0; end--) {
    if (!BOUNDARIES.includes(uri[end]!)) continue;
    left--;
    if (end + 1 < uri.length) yield uri.slice(0, end + 1);
    yield uri.slice(0, end);
  }
}
