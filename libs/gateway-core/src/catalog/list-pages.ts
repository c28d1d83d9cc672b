import type { ListKind } from '../ports/upstream-connector.js';
import { isServerVisible, type ToolGrant } from '../policy/tool-scope.js';
import { inEdition, type Edition } from './edition.js';
import type { PublishedItem } from './published-item.js';

const PAGE_ITEMS_MAX = 1_000;
/** Characters. */
const PAGE_LENGTH_MAX = 1024 * 1024;

/** A whole list as raw JSON arrays, one a page; never empty. */
export type ListPages = readonly string[];

/** The pages of one list in one edition: for tokens without limits, and by the grant of those with. */
interface Written {
  whole: ListPages | undefined;
  readonly scoped: WeakMap<ToolGrant, ListPages>;
}

/** Writes the lists that clients get, each once for as long as the view that it shows lives. */
export class ListWriter {
  private readonly written = new WeakMap<readonly PublishedItem[], Map<Edition, Written>>();

  /**
   * What a token may see of a list. The same items, edition and grant give the same pages, identity included.
   * @param items of a view; their array stands for it.
   */
  pages(items: readonly PublishedItem[], kind: ListKind, edition: Edition, grant: ToolGrant | null): ListPages {
    let editions = this.written.get(items);
    if (!editions) this.written.set(items, (editions = new Map<Edition, Written>()));
    let written = editions.get(edition);
    if (!written) editions.set(edition, (written = { whole: undefined, scoped: new WeakMap() }));
    if (grant === null) return (written.whole ??= write(items, kind, edition));
    let pages = written.scoped.get(grant);
    if (!pages) written.scoped.set(grant, (pages = write(visible(items, kind, grant), kind, edition)));
    return pages;
  }
}

function visible(items: readonly PublishedItem[], kind: ListKind, grant: ToolGrant): readonly PublishedItem[] {
  if (kind === 'tools') return items.filter(({ exposure, upstreamName }) => grant.allows(exposure.target.serverSlug, upstreamName));
  return items.filter(({ exposure }) => isServerVisible(grant, exposure.target.serverSlug));
}

function write(items: readonly PublishedItem[], kind: ListKind, edition: Edition): ListPages {
  const pages: string[] = [];
  let texts: string[] = [];
  let length = 0;
  const turn = (): void => {
    pages.push(`[${texts.join(',')}]`);
    texts = [];
    length = 0;
  };
  for (const item of items) {
    const text = inEdition(item.text, kind, edition);
    if (texts.length === PAGE_ITEMS_MAX || (texts.length > 0 && length + text.length > PAGE_LENGTH_MAX)) turn();
    texts.push(text);
    length += text.length + 1;
  }
  turn();
  return pages;
}
