import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@mcpnest/shared/ids';
import type { Ctx } from '../../../platform/context/ctx.js';
import { secretHash } from '../secret-hash.js';
import { InviteEntity } from './invite.entity.js';
import { InvitesRepository } from './invites.repository.js';

const VALID_MS = 7 * 24 * 60 * 60_000;

/** One-time codes that let an invited person in, valid for seven days. */
@Injectable()
export class Invites {
  constructor(private readonly invites: InvitesRepository) {}

  /** Makes a code for the person and voids an earlier one to the same workspace. @returns the code, kept nowhere */
  async issue(ctx: Ctx, to: { workspaceId: string; userId: string }): Promise<string> {
    const code = randomBytes(24).toString('base64url');
    const now = Date.now();
    await this.invites.replace(
      ctx,
      Object.assign(new InviteEntity(), {
        ...to,
        id: newId('invite'),
        hash: secretHash(code),
        createdAt: new Date(now),
        expiresAt: new Date(now + VALID_MS),
      }),
    );
    return code;
  }

  withdraw(ctx: Ctx, from: { workspaceId: string; userId: string }): Promise<void> {
    return this.invites.withdraw(ctx, from);
  }
}
