import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import { personOf } from '../../../platform/context/actor.js';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { slugOf, type CatalogueServer } from '../catalogue/server.js';
import { ServerRepository } from '../catalogue/server.repository.js';
import { CredentialSealer } from '../credentials/credential-sealer.js';
import { toTransport } from '../transports/transport-rules.js';
import type { Transport } from '../transports/transport.js';
import { VersionRepository } from '../versions/version.repository.js';
import { assertFits, type NewRequest } from './new-request.js';
import { ServerRequestRepository } from './server-request.repository.js';
import { COMMENTS_MAX, OPEN_REQUESTS_MAX, type RequestSecret, type ServerRequest } from './server-request.js';

export const subjectOf = (ctx: WorkspaceCtx, { id, name }: ServerRequest) =>
  ({ subject: { kind: 'request', id, name }, workspaceId: ctx.workspaceId }) as const;

/** What people do with requests of their workspace: ask, talk about them, take them back. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly requests: ServerRequestRepository,
    private readonly servers: ServerRepository,
    private readonly versions: VersionRepository,
    private readonly sealer: CredentialSealer,
  ) {}

  /**
   * Enters a request. Its secrets are sealed before anything is stored. Whether its address may be reached is judged when it is
   * approved: asking must not tell what lies behind the gateway (security E4).
   */
  async create(ctx: WorkspaceCtx, wish: NewRequest): Promise<ServerRequest> {
    assertFits(wish);
    const transport = wish.transport ? remoteOnly(toTransport(wish.transport)) : null;
    const server = wish.server === undefined ? null : await this.servers.get(ctx, wish.server);
    const slug = wish.kind === 'server' ? (wish.slug ?? slugOf(wish.name ?? '')) : null;
    if (server && wish.version !== undefined) await this.versions.get(ctx, server.id, wish.version);
    const secrets = transport ? await this.seal(ctx, transport, wish) : [];
    const request = { ...blank(ctx, wish, server), slug, transport, secrets };
    await this.tx.run(ctx, async (inside) => {
      if ((await this.requests.countOpenOf(inside, request.requestedById)) >= OPEN_REQUESTS_MAX)
        throw new DomainError('servers.request-limit', { detail: 'Take back a request that you need no more, or wait for decisions.' });
      await this.requests.insert(inside, request);
      const facts = { kind: request.kind, name: request.name };
      await this.ledger.append(inside, { event: 'servers.request-created', ...subjectOf(inside, request), facts });
    });
    return request;
  }

  async comment(ctx: WorkspaceCtx, id: string, text: string): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const request = await this.requests.lockOpen(inside, id, undefined);
      if (request.comments.length >= COMMENTS_MAX)
        throw new DomainError('servers.request-limit', { detail: `A request holds ${COMMENTS_MAX} comments: decide it.` });
      const { id: byId, name: byName } = writerOf(inside);
      const comment = { at: new Date().toISOString(), byId, byName, text };
      await this.requests.update(inside, { ...request, comments: [...request.comments, comment] });
      const facts = { kind: request.kind, name: request.name };
      await this.ledger.append(inside, { event: 'servers.request-commented', ...subjectOf(inside, request), facts });
    });
  }

  /** Closes a request for its requester; its secrets go. */
  async withdraw(ctx: WorkspaceCtx, id: string, ifMatch: string | undefined): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const request = await this.requests.lockOpen(inside, id, ifMatch);
      await this.requests.update(inside, { ...request, ...closed(inside, 'withdrawn', null) });
      const facts = { kind: request.kind, name: request.name };
      await this.ledger.append(inside, { event: 'servers.request-withdrawn', ...subjectOf(inside, request), facts });
    });
  }

  private async seal(ctx: WorkspaceCtx, transport: Transport, wish: NewRequest): Promise<readonly RequestSecret[]> {
    const rows = await this.sealer.seal(ctx, { serverId: 'requested', transport }, wish.credentials ?? {});
    return rows.map(({ id, origin, name, sealed, last4 }) => ({ id, origin, name, sealed, last4 }));
  }
}

/** What runs on the gateway's machine is chosen by operators alone, not even asked for by its command. */
function remoteOnly(transport: Transport): Transport {
  if (transport.type !== 'stdio') return transport;
  throw new DomainError('servers.transport-not-available', { detail: 'Ask for a local server in words: an operator enters it.' });
}

/** What a request is once it is no longer open: decided by the actor, now, and without secrets. */
export function closed(ctx: WorkspaceCtx, state: 'approved' | 'denied' | 'withdrawn', note: string | null) {
  const { id, name } = writerOf(ctx);
  return { state, secrets: [], decidedById: id, decidedByName: name, decidedAt: new Date(), decisionNote: note };
}

function writerOf({ actor }: WorkspaceCtx): { readonly id: string; readonly name: string } {
  const id = personOf(actor);
  if (id === null) throw new Error('requests are made and decided by people');
  return { id, name: actor.name };
}

function blank(ctx: WorkspaceCtx, wish: NewRequest, server: CatalogueServer | null): ServerRequest {
  const { id, name } = writerOf(ctx);
  const undecided = { decidedById: null, decidedByName: null, decidedAt: null, decisionNote: null };
  return {
    id: newId('serverRequest'),
    workspaceId: ctx.workspaceId,
    kind: wish.kind,
    state: 'open',
    serverId: server?.id ?? null,
    serverVersion: wish.version ?? null,
    name: server?.name ?? wish.name ?? '',
    slug: null,
    description: wish.description ?? null,
    transport: null,
    toolPrefix: wish.toolPrefix ?? null,
    secrets: [],
    reason: wish.reason,
    requestedById: id,
    requestedByName: name,
    assigneeId: null,
    assigneeName: null,
    comments: [],
    ...undecided,
    createdAt: new Date(),
    revision: 1,
  };
}
