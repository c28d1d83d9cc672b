import { canonicalJson } from '@mcpnest/mcp-protocol';
import type { UpstreamItem } from '../ports/upstream-connector.js';

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export type Sha256 = (text: string) => string;

/** The hash of a definition: of its canonical JSON (RFC 8785), so that its spelling does not matter and everything else does. */
export const definitionHash = (text: string, sha256: Sha256): string => sha256(canonicalJson(text));

/** Hashes of listed items, each made once for as long as the item lives. */
export class DefinitionHashes {
  private readonly known = new WeakMap<UpstreamItem, string>();

  constructor(private readonly sha256: Sha256) {}

  of(item: UpstreamItem): string {
    let hash = this.known.get(item);
    if (hash === undefined) this.known.set(item, (hash = definitionHash(item.text, this.sha256)));
    return hash;
  }
}
