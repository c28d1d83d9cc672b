import { Injectable, Logger } from '@nestjs/common';
import { DomainError, type FieldError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import type { CatalogueServer } from '../catalogue/server.js';
import type { GivenFacts, ServerSource } from '../catalogue/server-facts.js';
import { ServersService } from '../catalogue/servers.service.js';
import { FirstContact } from '../connection-test/first-contact.service.js';
import { areCredentialValues } from '../credentials/credential-values.js';
import { fillTemplate, type FilledTemplate } from '../import-reading/fill-template.js';
import { fillLocal, type FilledLocal } from '../import-reading/fill-local.js';
import type { LocalTemplate, TransportTemplate } from '../import-reading/import-entry.js';
import { LocalGate } from '../local/local-gate.service.js';
import type { TransportDto } from '../transports/transport.dto.js';
import { freeSlug } from './free-slug.js';
import { KnownServersReadModel } from './known-servers.read-model.js';
import { LiftedSecrets } from './lifted-secrets.js';

/** One entry that somebody chose, with what they filled in. */
export interface ChosenEntry extends GivenFacts {
  readonly name: string;
  /** Made from the name where it is left out. */
  readonly slug?: string;
  readonly description?: string | null;
  readonly source?: ServerSource | null;
  /** One of the two is given. */
  readonly transport?: TransportTemplate;
  readonly local?: LocalTemplate;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Sealed secrets of the preview, by input. */
  readonly sealed?: Readonly<Record<string, string>>;
}

/** What became of an entry; the others do not depend on it. */
export type ImportOutcome = { readonly server: CatalogueServer } | { readonly error: DomainError };

const URL_LENGTH_MAX = 2_048;
const VALUE_LENGTH_MAX = 8_192;
const CONTACTS_AT_ONCE = 8;
const CONTACT_MS = 5_000;

/** Enters many servers at once, each in a transaction of its own: a whole server or none. */
@Injectable()
export class ImportService {
  private readonly log = new Logger('servers');

  constructor(
    private readonly servers: ServersService,
    private readonly known: KnownServersReadModel,
    private readonly secrets: LiftedSecrets,
    private readonly contact: FirstContact,
    private readonly programs: LocalGate,
  ) {}

  /** Outcomes in the order of the entries. The servers are asked for their tools for a few seconds; a job asks the others. */
  async import(ctx: Ctx, entries: readonly ChosenEntry[]): Promise<readonly ImportOutcome[]> {
    entries.forEach(assertOneWay);
    const taken = new Set(await this.known.takenSlugs(ctx));
    const outcomes: ImportOutcome[] = [];
    const versionIds: string[] = [];
    for (const entry of entries) {
      try {
        const { server, versionId } = await this.enter(ctx, entry, taken);
        versionIds.push(versionId);
        outcomes.push({ server });
      } catch (error) {
        outcomes.push({ error: error instanceof DomainError ? error : this.unexpected(error) });
      }
    }
    await this.makeContact(versionIds);
    return outcomes;
  }

  private async enter(ctx: Ctx, entry: ChosenEntry, taken: Set<string>): Promise<{ server: CatalogueServer; versionId: string }> {
    const { inputs, sealed, transport, local, slug, ...rest } = entry;
    const opened: Record<string, string> = {};
    for (const [key, value] of Object.entries(sealed ?? {})) opened[key] = await this.secrets.open(ctx, value);
    const filled = await this.filled(ctx, entry, { ...opened, ...given(inputs ?? {}) });
    const command = { ...rest, transport: filled.transport as TransportDto, credentials: filled.credentials };
    if (slug !== undefined) return this.servers.enter(ctx, { ...command, slug });
    // Somebody else may take the slug in between: then it is the next one.
    for (;;) {
      const free = freeSlug(entry.name, taken);
      taken.add(free);
      try {
        return await this.servers.enter(ctx, { ...command, slug: free });
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'servers.slug-taken') throw error;
      }
    }
  }

  private async filled(
    ctx: Ctx,
    { transport, local }: ChosenEntry,
    values: Readonly<Record<string, string>>,
  ): Promise<FilledTemplate | FilledLocal> {
    if (transport) {
      const filled = fillTemplate(transport, values);
      assertUsable(filled, transportFaults(filled));
      return filled;
    }
    const filled = fillLocal(local!, values);
    assertUsable(filled, []);
    if (filled.transport.package === undefined) return filled;
    return { ...filled, transport: { ...filled.transport, package: await this.programs.exact(ctx, filled.transport.package) } };
  }

  /** What was entered before stays, so the caller must hear of it whatever happens to one entry. */
  private unexpected(error: unknown): DomainError {
    this.log.error({ code: 'platform.internal', msg: 'An entry could not be imported.', err: error });
    return new DomainError('platform.internal');
  }

  private async makeContact(versionIds: readonly string[]): Promise<void> {
    const waiting = [...versionIds];
    const until = Date.now() + CONTACT_MS;
    const worker = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        const left = until - Date.now();
        if (left <= 0) return;
        await this.contact.make(id, left);
      }
    };
    await Promise.all(Array.from({ length: CONTACTS_AT_ONCE }, worker));
  }
}

/** @throws DomainError `platform.invalid-request` for an entry that has no way to its server, or two */
function assertOneWay({ transport, local }: ChosenEntry, index: number): void {
  if ((transport === undefined) !== (local === undefined)) return;
  const errors = [{ pointer: `/entries/${index}/transport`, detail: 'Give the transport or the local program, one of the two.' }];
  throw new DomainError('platform.invalid-request', { errors });
}

/** What was typed in wins over what was lifted, but an empty field does not. */
const given = (inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(inputs).filter(([, value]) => value.trim() !== ''));

/** @throws DomainError `servers.import-incomplete` with the inputs at fault; values are never repeated */
function assertUsable({ credentials, missing }: Pick<FilledTemplate, 'credentials' | 'missing'>, faults: readonly FieldError[]): void {
  const needed = missing.map((key) => ({ pointer: `/inputs/${pointerPart(key)}`, detail: 'This input is needed.' }));
  const errors: FieldError[] = needed.length > 0 ? needed : [...faults];
  for (const [name, value] of Object.entries(credentials)) {
    if (!areCredentialValues({ [name]: value }))
      errors.push({
        pointer: `/inputs/${pointerPart(name)}`,
        detail: 'The value must be one line of printable ASCII characters, at most 8192.',
      });
  }
  if (errors.length > 0) throw new DomainError('servers.import-incomplete', { detail: 'Fill in what is marked.', errors });
}

function transportFaults({ transport }: FilledTemplate): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (transport.url.length > URL_LENGTH_MAX)
    errors.push({ pointer: '/transport/url', detail: `The address has more than ${URL_LENGTH_MAX} characters.` });
  for (const { name, value } of transport.headers)
    if ((value?.length ?? 0) > VALUE_LENGTH_MAX) errors.push({ pointer: `/inputs/${pointerPart(name)}`, detail: 'The value is too long.' });
  return errors;
}

const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
