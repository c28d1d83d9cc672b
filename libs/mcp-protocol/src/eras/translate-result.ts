import type { UpstreamReply } from '../json-rpc/parse-reply.js';
export interface ModernResultOptions {
  /** Raw JSON of the gateway's own Implementation, for `_meta`. */
  readonly serverInfoText?: string;
  /** Caching hints for the results that require them. */
  readonly cache?: { readonly ttlMs: number; readonly cacheScope: 'public' | 'private' };
}
export function toModernResult(reply: UpstreamReply, options?: ModernResultOptions): string { throw new Error(`unwritten ${reply.kind} ${String(options)}`); }
export function toLegacyResult(reply: UpstreamReply): string { throw new Error(`unwritten ${reply.kind}`); }
