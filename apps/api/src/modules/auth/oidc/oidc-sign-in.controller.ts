import { Controller, Get, Logger, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Public } from '../../../platform/http/access.js';
import { CurrentCtx, type GuardedRequest } from '../../../platform/http/current.js';
import { requestIdOf } from '../../../platform/http/request-id.js';
import { CountsAttempts } from '../../../platform/http/request-rate.js';
import { toDomainError } from '../../../platform/http/to-domain-error.js';
import { SignedInAnswer } from '../console-sessions/signed-in-answer.js';
import { FlowCookie } from './flow-cookie.js';
import { OidcStartQuery, SignInMethods } from './oidc-sign-in.dto.js';
import { OidcSettingsStore } from './oidc-settings.service.js';
import { OidcSignIn } from './oidc-sign-in.service.js';

/** The way to the identity provider and back. A browser comes here by itself, so what goes wrong is shown on the sign-in page. */
@ApiTags('auth')
@Controller('auth')
@Public()
export class OidcSignInController {
  private readonly log = new Logger('auth');

  constructor(
    private readonly store: OidcSettingsStore,
    private readonly oidc: OidcSignIn,
    private readonly answer: SignedInAnswer,
    private readonly cookie: FlowCookie,
  ) {}

  @Get('methods')
  @ApiOperation({ operationId: 'auth_readSignInMethods', summary: 'How people can sign in here' })
  @ApiOkResponse({ type: SignInMethods })
  async methods(@CurrentCtx() ctx: Ctx): Promise<SignInMethods> {
    const settings = await this.store.read(ctx);
    return { password: true, sso: settings?.enabled ? { label: settings.buttonLabel } : null };
  }

  @Get('oidc/start')
  @CountsAttempts()
  @ApiOperation({ operationId: 'auth_startOidc', summary: 'Send the browser to the identity provider' })
  @ApiFoundResponse({ description: 'To the identity provider, or to the sign-in page with a problem.' })
  async start(
    @CurrentCtx() ctx: Ctx,
    @Query() { next }: OidcStartQuery,
    @Req() request: GuardedRequest,
    @Res() response: Response,
  ): Promise<void> {
    await this.orExplain(request, response, async () => {
      const { url, secret } = await this.oidc.begin(ctx, next ?? '/');
      response.appendHeader('Set-Cookie', this.cookie.issue(secret));
      return url;
    });
  }

  @Get('oidc/callback')
  @ApiOperation({ operationId: 'auth_answerOidc', summary: 'Where the identity provider sends the browser back to' })
  @ApiFoundResponse({ description: 'To the console, signed in, or to the sign-in page with a problem.' })
  async callback(@CurrentCtx() ctx: Ctx, @Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    await this.orExplain(request, response, async () => {
      const secret = this.cookie.read(request);
      response.appendHeader('Set-Cookie', this.cookie.clear());
      const { person, next } = await this.oidc.complete(ctx, { query: request.originalUrl.split('?')[1] ?? '', secret });
      await this.answer.open(ctx, person, { request, response, method: 'oidc' });
      return next;
    });
  }

  /** Redirects to where the work leads, or to the sign-in page with the code of what went wrong. */
  private async orExplain(request: GuardedRequest, response: Response, work: () => Promise<string>): Promise<void> {
    const target = await work().catch((error: unknown) => {
      const { code } = toDomainError(error);
      const line = { msg: 'a sign-in through the identity provider failed', code, requestId: requestIdOf(request), address: request.ip };
      if (error instanceof DomainError) this.log.warn(line);
      else this.log.error({ ...line, err: error });
      return `/sign-in?problem=${code}`;
    });
    response.redirect(302, target);
  }
}
