import { Injectable } from '@nestjs/common';
import { deadlineIn } from '@mcpnest/mcp-upstream';
import { DomainError } from '@mcpnest/shared/errors';
import { DocumentFetcher } from '../import/document-fetcher.js';
import { bag, list, textOf } from '../import-reading/members.js';
import { listAddressOf, type Registry } from './registry.js';

const PAGE_MS = 20_000;
const PAGES_MAX = 500;
const PER_PAGE = '100';
/** Clocks differ, and a registry may show a change later than it is dated. */
const OVERLAP_MS = 5 * 60_000;

/** Reads what changed in a registry, page by page, through the guarded connections. */
@Injectable()
export class RegistryPages {
  constructor(private readonly fetcher: DocumentFetcher) {}

  /** @throws DomainError `servers.address-denied`, `servers.document-unreachable`, `servers.document-unreadable` */
  async *changed(
    { url: address, syncedUntil }: Pick<Registry, 'url' | 'syncedUntil'>,
    signal: AbortSignal,
  ): AsyncGenerator<readonly unknown[]> {
    const url = listAddressOf(address);
    if (!url.pathname.endsWith('.json')) {
      url.searchParams.set('limit', PER_PAGE);
      url.searchParams.set('version', 'latest');
      if (syncedUntil) url.searchParams.set('updated_since', new Date(syncedUntil.getTime() - OVERLAP_MS).toISOString());
    }
    const seen = new Set<string>();
    for (let page = 0; page < PAGES_MAX; page++) {
      const { document } = await this.fetcher.page(url, { deadlineAt: deadlineIn(PAGE_MS), signal });
      const root = bag(document);
      const items = Array.isArray(document) ? (document as unknown[]) : root && 'servers' in root ? list(root['servers']) : undefined;
      if (!items) throw new DomainError('servers.document-unreadable', { detail: 'The address answered with no list of servers.' });
      yield items;
      const cursor = textOf(bag(root?.['metadata']) ?? {}, 'nextCursor', 1_024);
      if (cursor === null || items.length === 0) return;
      if (seen.has(cursor))
        throw new DomainError('servers.document-unreadable', { detail: 'The registry gives out the same page again and again.' });
      seen.add(cursor);
      url.searchParams.set('cursor', cursor);
    }
    throw new DomainError('servers.document-unreadable', { detail: `The registry has more than ${PAGES_MAX} pages.` });
  }
}
