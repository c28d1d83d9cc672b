import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { personOf } from '../../../platform/context/actor.js';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { ApprovalPolicy } from '../approval-policy/approval-policy.service.js';
import { FirstContact } from '../connection-test/first-contact.service.js';
import { ServerRequestRepository } from '../requests/server-request.repository.js';
import type { ServerRequest } from '../requests/server-request.js';
import { closed, subjectOf } from '../requests/requests.service.js';
import { RequestFulfilment, type Amendment, type Fulfilled } from './request-fulfilment.service.js';

/** Decides requests. Whoever locks the row first decides; everybody after is told who it was. */
@Injectable()
export class RequestDecisions {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly policy: ApprovalPolicy,
    private readonly requests: ServerRequestRepository,
    private readonly fulfilment: RequestFulfilment,
    private readonly contact: FirstContact,
  ) {}

  /**
   * Does what was asked for and closes the request, both or neither; then asks a new server for its tools, which it need not answer.
   * @throws DomainError `servers.request-own` where four eyes are asked for, and whatever stands in the way of doing it
   */
  async approve(ctx: WorkspaceCtx, asked: ServerRequest, amendment: Amendment, ifMatch: string | undefined): Promise<void> {
    await this.assertFourEyes(ctx, asked);
    const prepared = asked.state === 'open' ? await this.fulfilment.prepare(ctx, asked) : null;
    const { newVersionId } = await this.tx.run(ctx, async (inside) => {
      const held = await this.fulfilment.hold(inside, asked);
      const request = await this.requests.lockOpen(inside, asked.id, ifMatch);
      await this.assertFourEyes(inside, request);
      const fulfilled = await this.fulfilment.carryOut(inside, request, { prepared, held, amendment });
      await this.close(inside, request, fulfilled, amendment.note);
      return fulfilled;
    });
    if (newVersionId !== null) await this.contact.make(newVersionId);
  }

  /** Closes the request; its secrets go. */
  async deny(ctx: WorkspaceCtx, id: string, note: string, ifMatch: string | undefined): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const request = await this.requests.lockOpen(inside, id, ifMatch);
      await this.requests.update(inside, { ...request, ...closed(inside, 'denied', note) });
      const facts = { kind: request.kind, name: request.name, note };
      await this.ledger.append(inside, { event: 'servers.request-denied', ...subjectOf(inside, request), facts });
    });
  }

  private async close(ctx: WorkspaceCtx, request: ServerRequest, { server, version }: Fulfilled, note: string | null): Promise<void> {
    const outcome = { serverId: server.id, serverVersion: version };
    await this.requests.update(ctx, { ...request, ...closed(ctx, 'approved', note), ...outcome });
    const facts = { kind: request.kind, name: request.name, slug: server.slug, version, note };
    await this.ledger.append(ctx, { event: 'servers.request-approved', ...subjectOf(ctx, request), facts });
  }

  private async assertFourEyes(ctx: WorkspaceCtx, request: ServerRequest): Promise<void> {
    if (personOf(ctx.actor) !== request.requestedById || !(await this.policy.read(ctx)).fourEyes) return;
    throw new DomainError('servers.request-own', {
      detail: 'The rule of four eyes is on: somebody else who may decide must approve what you asked for yourself.',
    });
  }
}
