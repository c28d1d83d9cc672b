import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Ctx } from '../../../platform/context/ctx.js';
import type { GuardedRequest } from '../../../platform/http/current.js';
import type { Person } from '../identities/user.js';
import type { Me } from './me.dto.js';
import { MeService } from './me.service.js';
import { SessionCookie } from './session-cookie.js';
import { userAgentOf, type SignInMethod } from './session-origin.js';
import { SignIn } from './sign-in.service.js';

/** The request that proved somebody, and the answer that carries their cookie. */
export interface SignInExchange {
  readonly request: GuardedRequest;
  readonly response: Response;
  readonly method: SignInMethod;
}

/** Signs a proven person in at the browser that asked: a session in the place of the one before, the cookie, and who they are now. */
@Injectable()
export class SignedInAnswer {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly signIn: SignIn,
    private readonly me: MeService,
  ) {}

  async give(ctx: Ctx, person: Person, exchange: SignInExchange): Promise<Me> {
    return this.me.read(await this.open(ctx, person, exchange), 'session');
  }

  /** Sets the cookie alone. @returns the context of the person */
  async open(ctx: Ctx, person: Person, { request, response, method }: SignInExchange): Promise<Ctx> {
    const origin = { method, address: request.ip ?? null, userAgent: userAgentOf(request.headers['user-agent']) };
    const opened = await this.signIn.open(ctx, person, { origin, previousSecret: this.cookie.read(request) });
    response.appendHeader('Set-Cookie', this.cookie.issue(opened.secret));
    return opened.ctx;
  }
}
