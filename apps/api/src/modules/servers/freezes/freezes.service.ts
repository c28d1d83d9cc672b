import type { Freeze } from '@mcpnest/gateway-core';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import { personOf } from '../../../platform/context/actor.js';
import { systemCtx, type Ctx, type WorkspaceCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { FreezeEntity } from './freeze.entity.js';
import { FreezeRepository } from './freeze.repository.js';
import { FreezeSubjectsReadModel, type FreezeSubject } from './freeze-subjects.read-model.js';
import type { FreezeRequest } from './freezes.dto.js';

const CTX = systemCtx('freezes');

/** The kill switch: stops a tool, a server, a member, a token or a workspace at once, in one workspace or everywhere, until it is lifted. */
@Injectable()
export class FreezesService {
  constructor(
    private readonly freezes: FreezeRepository,
    private readonly subjects: FreezeSubjectsReadModel,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /** Every freeze, for the route table. */
  inForce(): Promise<readonly Freeze[]> {
    return this.freezes.allAcrossWorkspaces(CTX);
  }

  listAll(ctx: Ctx): Promise<readonly FreezeEntity[]> {
    return this.freezes.allAcrossWorkspaces(ctx);
  }

  /** What is frozen in a workspace by its own people; what operators froze everywhere is theirs to tell. */
  list(ctx: WorkspaceCtx): Promise<readonly FreezeEntity[]> {
    return this.freezes.list(ctx);
  }

  /** @throws DomainError `servers.freeze-subject-unknown`, `servers.freeze-exists`, `auth.forbidden` */
  async freeze(ctx: WorkspaceCtx, grant: WorkspaceGrant, request: FreezeRequest): Promise<FreezeEntity> {
    return this.tx.run(ctx, async (inside) => {
      const subject = await this.find(inside, request, ctx.workspaceId);
      assertWithinReach(ctx, grant, request, subject);
      return this.add(inside, request, subject, ctx.workspaceId);
    });
  }

  /** Freezes in every workspace. @throws DomainError `servers.freeze-subject-unknown`, `servers.freeze-exists`, `auth.forbidden` */
  async freezeEverywhere(ctx: Ctx, request: FreezeRequest): Promise<FreezeEntity> {
    return this.tx.run(ctx, async (inside) => {
      const subject = await this.find(inside, request, null);
      if (request.kind === 'member' && subject.id === personOf(ctx.actor)) throw ownSelf();
      return this.add(inside, request, subject, null);
    });
  }

  /** @throws DomainError `servers.freeze-not-found` */
  async lift(ctx: WorkspaceCtx, id: string): Promise<void> {
    await this.tx.run(ctx, async (inside) => this.noteLifted(inside, await this.freezes.remove(inside, id)));
  }

  /** Lifts any freeze. @throws DomainError `servers.freeze-not-found` */
  async liftAny(ctx: Ctx, id: string): Promise<void> {
    await this.tx.run(ctx, async (inside) => this.noteLifted(inside, await this.freezes.removeAcrossWorkspaces(inside, id)));
  }

  private async find(ctx: Ctx, { kind, subject }: FreezeRequest, workspaceId: string | null): Promise<FreezeSubject> {
    const found = await this.subjects.find(ctx, kind, subject, workspaceId);
    if (found) return found;
    throw new DomainError('servers.freeze-subject-unknown', {
      detail: workspaceId === null ? 'There is nothing of this name.' : 'There is nothing of this name in the workspace.',
      errors: [{ pointer: '/subject', detail: `No such ${kind}.` }],
    });
  }

  private async add(ctx: Ctx, { kind, reason }: FreezeRequest, subject: FreezeSubject, workspaceId: string | null): Promise<FreezeEntity> {
    const freeze = Object.assign(new FreezeEntity(), {
      id: newId('freeze'),
      workspaceId,
      kind,
      subject: subject.id,
      subjectName: subject.name,
      reason: reason.trim(),
      createdBy: ctx.actor.name,
      createdAt: new Date(),
    });
    if (!(await this.freezes.insert(ctx, freeze))) throw new DomainError('servers.freeze-exists');
    await this.append(ctx, 'servers.frozen', freeze);
    return freeze;
  }

  private async noteLifted(ctx: Ctx, freeze: FreezeEntity | null): Promise<void> {
    if (!freeze) throw new DomainError('servers.freeze-not-found');
    await this.append(ctx, 'servers.unfrozen', freeze);
  }

  private append(ctx: Ctx, event: 'servers.frozen' | 'servers.unfrozen', freeze: FreezeEntity): Promise<void> {
    const { kind, subject, subjectName, workspaceId, reason } = freeze;
    return this.ledger.append(ctx, {
      event,
      subject: { kind, id: subject, name: subjectName },
      ...(workspaceId !== null && { workspaceId }),
      facts: { kind, name: subjectName, everywhere: workspaceId === null, reason },
    });
  }
}

/** Nobody locks themselves out, and an owner is frozen by owners and operators alone. */
function assertWithinReach({ actor }: Ctx, grant: WorkspaceGrant, { kind }: FreezeRequest, { id, role }: FreezeSubject): void {
  if (kind !== 'member') return;
  if (id === personOf(actor)) throw ownSelf();
  const isStronger = grant.role === 'owner' || (actor.kind !== 'system' && actor.operator);
  if (role === 'owner' && !isStronger) throw new DomainError('auth.forbidden', { detail: 'Owners are frozen by owners and operators.' });
}

const ownSelf = (): DomainError => new DomainError('auth.forbidden', { detail: 'You cannot freeze yourself; ask somebody else to.' });
