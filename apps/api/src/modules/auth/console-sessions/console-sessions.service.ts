import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@mcpnest/shared/ids';
import type { Ctx } from '../../../platform/context/ctx.js';
import type { Person } from '../identities/user.js';
import { secretHash } from '../secret-hash.js';
import { ConsoleSessionEntity } from './console-session.entity.js';
import { ConsoleSessionsRepository } from './console-sessions.repository.js';
import type { SessionOrigin } from './session-origin.js';

const IDLE_MS = 12 * 60 * 60_000;
const ABSOLUTE_MS = 14 * 24 * 60 * 60_000;
const SEEN_EVERY_MS = 60_000;

const limits = (now: number) => ({ now: new Date(now), seenAfter: new Date(now - IDLE_MS) });

/** Signed-in browsers: 12 hours idle, 14 days at most, a new secret of 256 bits at each sign-in. */
@Injectable()
export class ConsoleSessions {
  constructor(private readonly sessions: ConsoleSessionsRepository) {}

  /** Opens a session in the caller's transaction. @returns the cookie's value, kept nowhere */
  async open(ctx: Ctx, person: Person, origin: SessionOrigin): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const now = Date.now();
    await this.sessions.deleteEnded(ctx, limits(now));
    await this.sessions.insert(
      ctx,
      Object.assign(new ConsoleSessionEntity(), {
        id: newId('consoleSession'),
        userId: person.id,
        hash: secretHash(secret),
        method: origin.method,
        address: origin.address,
        userAgent: origin.userAgent,
        createdAt: new Date(now),
        lastSeenAt: new Date(now),
        expiresAt: new Date(now + ABSOLUTE_MS),
      }),
    );
    return secret;
  }

  /** The person signed in with this cookie value, or null. */
  async personOf(ctx: Ctx, secret: string): Promise<Person | null> {
    const now = Date.now();
    const session = await this.sessions.findLive(ctx, secretHash(secret), limits(now));
    if (!session) return null;
    if (now - session.lastSeenAt.getTime() >= SEEN_EVERY_MS) await this.sessions.markSeen(ctx, session.id, new Date(now));
    return session.person;
  }

  /** Where a person is signed in. */
  liveOf(ctx: Ctx, userId: string): Promise<ConsoleSessionEntity[]> {
    return this.sessions.liveOf(ctx, userId, limits(Date.now()));
  }

  async close(ctx: Ctx, secret: string): Promise<void> {
    await this.sessions.deleteByHash(ctx, secretHash(secret));
  }
}
