import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Me } from './me.dto.js';
import { MeService } from './me.service.js';
import { SessionCookie } from './session-cookie.js';
import type { OpenedSession } from './sign-in.service.js';

/** Answers a request that signed somebody in: the cookie, and who they are now. */
@Injectable()
export class SignedInAnswer {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly me: MeService,
  ) {}

  async give(response: Response, opened: OpenedSession): Promise<Me> {
    const me = await this.me.read(opened.ctx, 'session');
    response.setHeader('Set-Cookie', this.cookie.issue(opened.secret));
    return me;
  }
}
