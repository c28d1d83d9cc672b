/** A result's way from one era to the other, on its text: everything that is not named here stays as it was sent. */
import { editObject } from '../json-rpc/edit-object.js';
import { sliceOf } from '../json-rpc/message.js';
import type { UpstreamReply } from '../json-rpc/parse-reply.js';
import { scanJson } from '../json-rpc/scan.js';
import type { Scan } from '../json-rpc/scan.js';
import { META_KEYS } from './era.js';

/** What a modern client must or should find in a result beside what the upstream sent. */
export interface ModernResultOptions {
  /** Raw JSON of the gateway's own Implementation, for `_meta`; it replaces the upstream's. */
  readonly serverInfoText?: string;
  /** Caching hints, where the method requires them; they replace the upstream's. `ttlMs`: milliseconds, 0 or more. */
  readonly cache?: { readonly ttlMs: number; readonly cacheScope: 'public' | 'private' };
}

const MODERN_MEMBERS = ['resultType', 'ttlMs', 'cacheScope'];
const META_DEPTH_MAX = 128;
const META_KEYS_MAX = 250_000;

/**
 * The result for a modern client. A missing `resultType` becomes `complete` (2026-07-28, "Results"); one that is there stays.
 * `reply` must be of kind `result`; of any other the answer is an empty result.
 */
export function toModernResult(reply: UpstreamReply, { serverInfoText, cache }: ModernResultOptions = {}): string {
  const { resultText = '{}', resultMembers = new Map() } = reply;
  const set: [string, string][] = [];
  if (!resultMembers.has('resultType')) set.push(['resultType', '"complete"']);
  if (cache) set.push(['ttlMs', String(cache.ttlMs)], ['cacheScope', `"${cache.cacheScope}"`]);
  if (serverInfoText !== undefined) {
    const meta = readMeta(reply);
    const entry = [META_KEYS.serverInfo, serverInfoText] as const;
    set.push(['_meta', meta ? editObject(meta.text, meta.scan.members, { set: [entry] }) : `{"${entry[0]}":${entry[1]}}`]);
  }
  return editObject(resultText, resultMembers, { set });
}

/**
 * The result of a modern upstream for a legacy client: without `resultType`, caching hints and the server's
 * self-description, and without a `_meta` that held nothing else. Only for results of modern upstreams: in others these
 * members would be somebody's own.
 */
export function toLegacyResult(reply: UpstreamReply): string {
  const { resultText = '{}', resultMembers = new Map() } = reply;
  const meta = readMeta(reply);
  if (!meta?.scan.members.has(META_KEYS.serverInfo)) return editObject(resultText, resultMembers, { drop: MODERN_MEMBERS });
  if (meta.scan.members.size === 1) return editObject(resultText, resultMembers, { drop: [...MODERN_MEMBERS, '_meta'] });
  const rest = editObject(meta.text, meta.scan.members, { drop: [META_KEYS.serverInfo] });
  return editObject(resultText, resultMembers, { drop: MODERN_MEMBERS, set: [['_meta', rest]] });
}

/** The result's `_meta` when it is an object. */
function readMeta({ resultText, resultMembers }: UpstreamReply): { readonly text: string; readonly scan: Scan } | undefined {
  const span = resultMembers?.get('_meta');
  if (!span || resultText === undefined) return undefined;
  const text = sliceOf(resultText, span);
  const scan = scanJson(text, { depthMax: META_DEPTH_MAX, keysMax: META_KEYS_MAX });
  return scan.ok && scan.kind === 'object' ? { text, scan } : undefined;
}
