import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { UpstreamFailure } from '@mcpnest/gateway-core';
import { createDocumentReader, deadlineIn, type DocumentReader } from '@mcpnest/mcp-upstream';
import { DomainError } from '@mcpnest/shared/errors';
import { addressDenied, EgressDirectory } from '../egress/egress-directory.service.js';
import { DOCUMENT_BYTES_MAX, DOCUMENT_ENTRIES_MAX, parseDocument } from '../import-reading/document-text.js';
import type { ImportWarning } from '../import-reading/import-entry.js';
import { bag, httpUrl, list, textOf } from '../import-reading/members.js';

const DEADLINE_MS = 15_000;
const PAGES_MAX = 100;

/** A document of the network, its pages put together. */
export interface FetchedDocument {
  readonly document: unknown;
  readonly warnings: readonly ImportWarning[];
}

/** Until when a document may take. */
export interface DocumentTime {
  /** A time of `performance.now()`, milliseconds. */
  readonly deadlineAt: number;
  readonly signal: AbortSignal;
}

/** Fetches documents through the guarded connections, at most 15 s and 10 MiB in all. Nothing of the caller travels with it. */
@Injectable()
export class DocumentFetcher implements OnApplicationShutdown {
  private readonly reader: DocumentReader;

  constructor(private readonly egress: EgressDirectory) {
    this.reader = createDocumentReader({ policy: () => egress.policy() });
  }

  /**
   * A registry's base address alone means its list of newest versions; lists are followed page by page.
   * @throws DomainError `platform.invalid-request`, `servers.address-denied`, `servers.document-unreachable`, `servers.document-unreadable`
   */
  async fetch(address: string): Promise<FetchedDocument> {
    const url = this.urlOf(address);
    const time = { deadlineAt: deadlineIn(DEADLINE_MS), signal: new AbortController().signal };
    const first = await this.page(url, time);
    const servers = [...list(bag(first.document)?.['servers'])];
    const isList = Array.isArray(bag(first.document)?.['servers']);
    let [cursor, bytes] = [cursorOf(first.document), first.bytes];
    for (let page = 1; isList && cursor !== null && page < PAGES_MAX && servers.length < DOCUMENT_ENTRIES_MAX; page++) {
      url.searchParams.set('cursor', cursor);
      const next = await this.page(url, time).catch(() => null);
      bytes += next?.bytes ?? 0;
      const found = list(bag(next?.document)?.['servers']);
      if (found.length === 0 || bytes > DOCUMENT_BYTES_MAX) return { document: { servers }, warnings: [cutShort(servers.length)] };
      servers.push(...found);
      cursor = cursorOf(next?.document);
    }
    return isList ? { document: { servers }, warnings: cursor === null ? [] : [cutShort(servers.length)] } : { ...first, warnings: [] };
  }

  /**
   * One document of an address that was judged already.
   * @throws DomainError `servers.address-denied`, `servers.document-unreachable`, `servers.document-unreadable`; the signal's reason
   */
  async page(url: URL, time: DocumentTime): Promise<{ readonly document: unknown; readonly bytes: number }> {
    const { status, text } = await this.reader.read(url, time).catch((error: unknown) => {
      throw asDomainError(error);
    });
    if (status !== 200)
      throw new DomainError('servers.document-unreachable', { detail: `The address answered with the status ${status}.` });
    const document = parseDocument(text);
    if (document === undefined)
      throw new DomainError('servers.document-unreadable', { detail: 'The address answered with something that is no JSON.' });
    return { document, bytes: text.length };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reader.close();
  }

  private urlOf(address: string): URL {
    const url = httpUrl(address.trim());
    if (!url || url.username !== '' || url.password !== '') {
      throw new DomainError('platform.invalid-request', {
        errors: [{ pointer: '/url', detail: 'Give an address that begins with https://, without name and password.' }],
      });
    }
    if (this.egress.isDenied(url)) throw addressDenied();
    if (url.pathname === '/' && url.search === '') return new URL('/v0.1/servers?limit=100&version=latest', url);
    return url;
  }
}

const cursorOf = (document: unknown): string | null => {
  const metadata = bag(bag(document)?.['metadata']);
  return metadata && textOf(metadata, 'nextCursor', 1_024);
};

const cutShort = (read: number): ImportWarning => ({
  code: 'entry-unreadable',
  detail: `The registry has more than was read: the first ${read} items are shown.`,
});

function asDomainError(error: unknown): unknown {
  if (!(error instanceof UpstreamFailure)) return error;
  if (error.code === 'gateway.upstream-denied') return addressDenied();
  return new DomainError('servers.document-unreachable', { detail: `${error.message}.` });
}
