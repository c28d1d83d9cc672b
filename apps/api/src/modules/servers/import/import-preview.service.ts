import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { EgressDirectory } from '../egress/egress-directory.service.js';
import { parseDocument } from '../import-reading/document-text.js';
import type { ImportEntry, ImportInput, ImportWarning, ReadDocument } from '../import-reading/import-entry.js';
import { readDocument } from '../import-reading/read-document.js';
import { LocalGate } from '../local/local-gate.service.js';
import { DocumentFetcher } from './document-fetcher.js';
import { freeSlug } from './free-slug.js';
import { KnownServersReadModel, type KnownServer } from './known-servers.read-model.js';
import { LiftedSecrets } from './lifted-secrets.js';

/** An input whose lifted secret is sealed. */
export type PreviewInput = Omit<ImportInput, 'lifted'> & { readonly sealed: string | null };

/** An entry as a person sees it before anything is stored. */
export interface PreviewEntry extends Omit<ImportEntry, 'inputs'> {
  readonly inputs: readonly PreviewInput[];
  /** Not taken when the preview was made. */
  readonly slug: string;
  readonly known: readonly KnownServer[];
  /** Whether it could be imported now. */
  readonly importable: boolean;
}

export interface ImportPreview {
  readonly form: NonNullable<ReadDocument['form']>;
  /** Where the document was read; null where it was given. */
  readonly url: string | null;
  readonly entries: readonly PreviewEntry[];
  readonly warnings: readonly ImportWarning[];
}

export interface PreviewRequest {
  /** JSON, or the text of it. */
  readonly document?: unknown;
  readonly url?: string;
}

/** Reads a document and says what an import of it would do. Stores nothing. */
@Injectable()
export class ImportPreviewService {
  constructor(
    private readonly fetcher: DocumentFetcher,
    private readonly egress: EgressDirectory,
    private readonly known: KnownServersReadModel,
    private readonly secrets: LiftedSecrets,
    private readonly programs: LocalGate,
  ) {}

  /** @throws DomainError `servers.document-unreadable` where nothing is recognized, and what fetching throws */
  async preview(ctx: Ctx, { document, url }: PreviewRequest): Promise<ImportPreview> {
    if ((document === undefined) === (url === undefined)) {
      throw new DomainError('platform.invalid-request', { errors: [{ pointer: '', detail: 'Give either a document or a url.' }] });
    }
    const given =
      url === undefined
        ? { document: typeof document === 'string' ? parseDocument(document) : document, warnings: [] }
        : await this.fetcher.fetch(url);
    const read = readDocument(given.document);
    if (read.form === null) {
      throw new DomainError('servers.document-unreadable', {
        detail: 'Give a registry document, a server.json, or the configuration of a client as JSON.',
      });
    }
    const entries = await this.previewsOf(ctx, read.entries);
    return { form: read.form, url: url ?? null, entries, warnings: [...read.warnings, ...given.warnings] };
  }

  private async previewsOf(ctx: Ctx, entries: readonly ImportEntry[]): Promise<readonly PreviewEntry[]> {
    const known = await this.known.of(ctx, entries);
    const taken = new Set(await this.known.takenSlugs(ctx));
    const previews: PreviewEntry[] = [];
    for (const [index, entry] of entries.entries()) {
      const slug = freeSlug(entry.name, taken);
      taken.add(slug);
      const refused = this.refusalOf(ctx, entry);
      previews.push({
        ...entry,
        inputs: await this.sealed(ctx, entry.inputs),
        warnings: refused ? [...entry.warnings, refused] : entry.warnings,
        slug,
        known: known[index] ?? [],
        importable: (entry.transport !== null || entry.local !== null) && refused === null,
      });
    }
    return previews;
  }

  private refusalOf(ctx: Ctx, { transport, local }: ImportEntry): ImportWarning | null {
    if (transport) return !transport.url.includes('{') && this.egress.isDenied(new URL(transport.url)) ? DENIED : null;
    const refusal = local && this.programs.refusal(ctx, local.command);
    return refusal && { code: 'program-denied', detail: refusal.facts.detail ?? '' };
  }

  private sealed(ctx: Ctx, inputs: readonly ImportInput[]): Promise<PreviewInput[]> {
    return Promise.all(
      inputs.map(async ({ lifted, ...input }) => ({ ...input, sealed: lifted === null ? null : await this.secrets.seal(ctx, lifted) })),
    );
  }
}

const DENIED: ImportWarning = {
  code: 'address-denied',
  detail: 'The address is private, local or plain http. If it is yours, an operator can allow it in the egress settings.',
};
