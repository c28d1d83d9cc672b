import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { personOf } from '../../../platform/context/actor.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Permissions } from '../../../platform/http/permissions.port.js';
import { UsersRepository } from '../identities/users.repository.js';
import { Memberships } from '../invites/memberships.port.js';
import type { Me } from './me.dto.js';

/** Tells callers who they are and what they may do. */
@Injectable()
export class MeService {
  constructor(
    private readonly users: UsersRepository,
    private readonly permissions: Permissions,
    private readonly memberships: Memberships,
  ) {}

  /** @throws DomainError `auth.not-signed-in` */
  async read(ctx: Ctx, authenticatedBy: Me['authenticatedBy']): Promise<Me> {
    const userId = personOf(ctx.actor);
    const user = userId === null ? null : await this.users.byId(ctx, userId);
    if (!user) throw new DomainError('auth.not-signed-in');
    return {
      id: user.id,
      email: user.email,
      name: user.name ?? user.email,
      operator: user.operator,
      permissions: this.permissions.ofInstallation(ctx.actor),
      workspaces: await this.memberships.visibleTo(ctx, ctx.actor),
      authenticatedBy,
    };
  }
}
