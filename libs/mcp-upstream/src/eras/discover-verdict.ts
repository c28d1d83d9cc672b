import { isModernRevision, MODERN_REVISIONS, UNSUPPORTED_VERSION, type UpstreamReply } from '@mcpnest/mcp-protocol';

/** What an answer to `server/discover` says about a server's era. */
export type DiscoverVerdict =
  /** It speaks this modern revision. */
  | { readonly kind: 'modern'; readonly protocolVersion: string }
  /** It speaks modern revisions, none of them ours. */
  | { readonly kind: 'unsupported' }
  /** It does not know the modern family: try `initialize`. */
  | { readonly kind: 'try-legacy' }
  /** It is in trouble, which says nothing about its era: try `initialize`, but do not remember. */
  | { readonly kind: 'outage' };

/**
 * Judges an answer to `server/discover` (2026-07-28, "Era negotiation"). Redirects, 401, 403 and silence never get here:
 * they say nothing about an era.
 */
export function judgeDiscover(status: number, reply: UpstreamReply | undefined): DiscoverVerdict {
  if (reply?.kind === 'error' && reply.error!.code === UNSUPPORTED_VERSION)
    return judgeSupported(listIn(reply.error!.dataText, 'supported'));
  if (reply?.kind === 'result' && status < 300) {
    const versions = listIn(reply.resultText, 'supportedVersions');
    return versions ? judgeSupported(versions) : { kind: 'try-legacy' };
  }
  return status >= 500 || status === 429 ? { kind: 'outage' } : { kind: 'try-legacy' };
}

function judgeSupported(versions: readonly string[] | undefined): DiscoverVerdict {
  const mutual = MODERN_REVISIONS.find((revision) => versions?.includes(revision));
  if (mutual) return { kind: 'modern', protocolVersion: mutual };
  return versions?.some(isModernRevision) ? { kind: 'unsupported' } : { kind: 'try-legacy' };
}

/** A member that is a list of strings, from raw JSON of an object that has been scanned. */
function listIn(text: string | undefined, key: string): string[] | undefined {
  const list = text?.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>)[key] : undefined;
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : undefined;
}
