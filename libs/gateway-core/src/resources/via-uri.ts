/**
 * The form in which a URI (or a URI template) is published whose plain form already leads to another server:
 * `via-{serverSlug}+{uri}`, a scheme of its own (RFC 3986, 3.1). `ui://` stays the scheme of MCP Apps, which hosts look for:
 * `ui://via-{serverSlug}+{rest}`.
 */

const UI = 'ui://';
const VIA = 'via-';

/** A URI that names its server. */
export interface ViaUri {
  readonly serverSlug: string;
  /** The server's own URI. */
  readonly uri: string;
}

export function viaUri(serverSlug: string, uri: string): string {
  return uri.startsWith(UI) ? `${UI}${VIA}${serverSlug}+${uri.slice(UI.length)}` : `${VIA}${serverSlug}+${uri}`;
}

/** Reads the published form; undefined where a URI has another. */
export function readViaUri(published: string): ViaUri | undefined {
  const scheme = published.startsWith(UI) ? UI : '';
  if (!published.startsWith(VIA, scheme.length)) return undefined;
  const plus = published.indexOf('+', scheme.length);
  if (plus < 0) return undefined;
  return { serverSlug: published.slice(scheme.length + VIA.length, plus), uri: scheme + published.slice(plus + 1) };
}
