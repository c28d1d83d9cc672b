import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { ServerRequestRepository } from '../requests/server-request.repository.js';
import { subjectOf } from '../requests/requests.service.js';
import { AssigneesReadModel } from './assignees.read-model.js';

/** Says who deals with a request. */
@Injectable()
export class RequestAssignment {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly requests: ServerRequestRepository,
    private readonly assignees: AssigneesReadModel,
  ) {}

  /**
   * Names who deals with it, or nobody.
   * @throws DomainError `servers.assignee-unknown` for somebody who could not decide it
   */
  async assign(ctx: WorkspaceCtx, id: string, userId: string | null, ifMatch: string | undefined): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const request = await this.requests.lockOpen(inside, id, ifMatch);
      const people = userId === null ? [] : await this.assignees.of(inside, request.kind);
      const assignee = people.find((person) => person.userId === userId);
      if (userId !== null && !assignee)
        throw new DomainError('servers.assignee-unknown', { detail: 'Choose one of those whom the list of assignees names.' });
      if (request.assigneeId === userId) return;
      await this.requests.update(inside, { ...request, assigneeId: userId, assigneeName: assignee?.name ?? null });
      const facts = { kind: request.kind, name: request.name, assignee: assignee?.name ?? null };
      await this.ledger.append(inside, { event: 'servers.request-assigned', ...subjectOf(inside, request), facts });
    });
  }
}
