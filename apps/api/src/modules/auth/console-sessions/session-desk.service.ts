import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import type { UserEntity } from '../identities/user.entity.js';
import { UsersRepository } from '../identities/users.repository.js';
import { secretHash } from '../secret-hash.js';
import { ConsoleSessions } from './console-sessions.service.js';
import { ConsoleSessionsRepository } from './console-sessions.repository.js';
import type { SessionList } from './sessions.dto.js';

/** Shows where somebody is signed in, and ends it. Every replica asks the database, so an end counts at once; streams follow by the ledger. */
@Injectable()
export class SessionDesk {
  constructor(
    private readonly users: UsersRepository,
    private readonly sessions: ConsoleSessions,
    private readonly rows: ConsoleSessionsRepository,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /** @param secret the caller's own cookie, to mark its session. @throws DomainError `auth.person-not-found` */
  async list(ctx: Ctx, userId: string, secret: string | undefined): Promise<SessionList> {
    await this.person(ctx, userId);
    const own = secret === undefined ? null : secretHash(secret);
    return {
      data: (await this.sessions.liveOf(ctx, userId)).map(({ hash, ...session }) => ({
        id: session.id,
        current: own !== null && own.equals(hash),
        method: session.method,
        address: session.address,
        userAgent: session.userAgent,
        createdAt: session.createdAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
        expiresAt: session.expiresAt.toISOString(),
      })),
    };
  }

  /** @throws DomainError `auth.session-not-found` */
  async endOne(ctx: Ctx, userId: string, id: string): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const person = await this.person(inside, userId);
      if (!(await this.rows.deleteOne(inside, userId, id))) throw new DomainError('auth.session-not-found');
      await this.note(inside, person, 1);
    });
  }

  /** @param except the cookie whose session stays. @throws DomainError `auth.person-not-found` */
  async endAll(ctx: Ctx, userId: string, except: string | undefined): Promise<void> {
    await this.tx.run(ctx, async (inside) => {
      const person = await this.person(inside, userId);
      const ended = await this.rows.deleteAllOf(inside, userId, except === undefined ? null : secretHash(except));
      if (ended > 0) await this.note(inside, person, ended);
    });
  }

  private async person(ctx: Ctx, userId: string): Promise<UserEntity> {
    const user = await this.users.byId(ctx, userId);
    if (!user || user.state === 'removed') throw new DomainError('auth.person-not-found');
    return user;
  }

  private note(ctx: Ctx, { id, name, email }: UserEntity, count: number): Promise<void> {
    return this.ledger.append(ctx, {
      event: 'auth.sessions-ended',
      subject: { kind: 'user', id, name: name ?? email },
      facts: { email, count },
    });
  }
}
