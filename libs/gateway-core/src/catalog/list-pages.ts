import type { ListKind } from '../ports/upstream-connector.js';
import { isServerVisible, type ToolGrant } from '../policy/tool-scope.js';
import { inEdition, type Edition } from './edition.js';
import { TwoGenerations } from './two-generations.js';
import type { PublishedItem } from './published-item.js';

const PAGE_ITEMS_MAX = 1_000;
/** Characters. */
const PAGE_LENGTH_MAX = 1024 * 1024;
const KEPT_LENGTH_MAX = 192 * 1024 * 1024;

/** A whole list as raw JSON arrays, one a page; never empty. */
export type ListPages = readonly string[];

/** One list in one edition: what its pages are remembered by, for tokens without limits and by the grant of those with. */
interface Slot {
  readonly scoped: WeakMap<ToolGrant, object>;
}

/** Writes the lists that clients get, each once for as long as the view that it shows lives and there is room. */
export class ListWriter {
  private readonly slots = new WeakMap<readonly PublishedItem[], Map<Edition, Slot>>();
  private readonly written: TwoGenerations<object, ListPages>;

  /** @param lengthMax of all pages that are kept, in characters. */
  constructor(lengthMax = KEPT_LENGTH_MAX) {
    this.written = new TwoGenerations(lengthMax);
  }

  /**
   * What a token may see of a list. The same items, edition and grant give the same pages.
   * @param items of a view; their array stands for it.
   */
  pages(items: readonly PublishedItem[], kind: ListKind, edition: Edition, grant: ToolGrant | null): ListPages {
    const slot = this.slotOf(items, edition);
    if (grant === null) return this.kept(slot, () => write(items, kind, edition));
    let key = slot.scoped.get(grant);
    if (!key) slot.scoped.set(grant, (key = {}));
    return this.kept(key, () => write(visible(items, kind, grant), kind, edition));
  }

  private slotOf(items: readonly PublishedItem[], edition: Edition): Slot {
    let editions = this.slots.get(items);
    if (!editions) this.slots.set(items, (editions = new Map<Edition, Slot>()));
    let slot = editions.get(edition);
    if (!slot) editions.set(edition, (slot = { scoped: new WeakMap() }));
    return slot;
  }

  private kept(key: object, make: () => ListPages): ListPages {
    let pages = this.written.get(key);
    if (!pages) {
      pages = make();
      this.written.set(
        key,
        pages,
        pages.reduce((sum, { length }) => sum + length, 0),
      );
    }
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
