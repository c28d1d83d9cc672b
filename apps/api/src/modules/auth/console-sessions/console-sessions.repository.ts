import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan, Not } from 'typeorm';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import type { Person } from '../identities/user.js';
import { ConsoleSessionEntity } from './console-session.entity.js';

export interface LiveSession {
  readonly id: string;
  readonly lastSeenAt: Date;
  readonly person: Person;
}

/** Write model of console sessions. */
@Injectable()
export class ConsoleSessionsRepository {
  constructor(private readonly tx: Tx) {}

  async insert(ctx: Ctx, session: ConsoleSessionEntity): Promise<void> {
    await this.tx.manager(ctx).insert(ConsoleSessionEntity, session);
  }

  /** The session of this hash with its person, if neither its end nor its idle time has passed. */
  async findLive(ctx: Ctx, hash: Buffer, times: { now: Date; seenAfter: Date }): Promise<LiveSession | null> {
    const rows: Array<{ id: string; lastSeenAt: Date; userId: string; email: string; name: string; operator: boolean }> = await this.tx
      .manager(ctx)
      .query(
        `SELECT s.id, s.last_seen_at AS "lastSeenAt", u.id AS "userId", u.email, u.name, u.operator
         FROM console_sessions s JOIN users u ON u.id = s.user_id
        WHERE s.hash = $1 AND s.expires_at > $2 AND s.last_seen_at > $3 AND u.state = 'active'`,
        [hash, times.now, times.seenAfter],
      );
    const [row] = rows;
    return row
      ? { id: row.id, lastSeenAt: row.lastSeenAt, person: { id: row.userId, email: row.email, name: row.name, operator: row.operator } }
      : null;
  }

  async markSeen(ctx: Ctx, id: string, lastSeenAt: Date): Promise<void> {
    await this.tx.manager(ctx).update(ConsoleSessionEntity, { id, lastSeenAt: LessThan(lastSeenAt) }, { lastSeenAt });
  }

  async deleteByHash(ctx: Ctx, hash: Buffer): Promise<void> {
    await this.tx.manager(ctx).delete(ConsoleSessionEntity, { hash });
  }

  /** A person's sessions that have not ended, the one used last first. */
  liveOf(ctx: Ctx, userId: string, times: { now: Date; seenAfter: Date }): Promise<ConsoleSessionEntity[]> {
    return this.tx.manager(ctx).find(ConsoleSessionEntity, {
      where: { userId, expiresAt: MoreThan(times.now), lastSeenAt: MoreThan(times.seenAfter) },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  /** @returns false where the person has no such session */
  async deleteOne(ctx: Ctx, userId: string, id: string): Promise<boolean> {
    const { affected } = await this.tx.manager(ctx).delete(ConsoleSessionEntity, { id, userId });
    return affected === 1;
  }

  /** @param except the hash of a session that stays. @returns how many ended */
  async deleteAllOf(ctx: Ctx, userId: string, except: Buffer | null): Promise<number> {
    const { affected } = await this.tx.manager(ctx).delete(ConsoleSessionEntity, { userId, ...(except !== null && { hash: Not(except) }) });
    return affected ?? 0;
  }

  /** Removes what has ended; called at sign-ins, so that the table cannot grow without them. */
  async deleteEnded(ctx: Ctx, times: { now: Date; seenAfter: Date }): Promise<void> {
    await this.tx
      .manager(ctx)
      .query('DELETE FROM console_sessions WHERE expires_at <= $1 OR last_seen_at <= $2', [times.now, times.seenAfter]);
  }
}
