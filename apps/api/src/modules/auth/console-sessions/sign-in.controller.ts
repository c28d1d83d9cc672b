import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Public, SignedIn } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx, type GuardedRequest } from '../../../platform/http/current.js';
import { CountsAttempts } from '../../../platform/http/request-rate.js';
import { Me } from './me.dto.js';
import { MeService } from './me.service.js';
import { SessionCookie } from './session-cookie.js';
import { LoginRequest } from './sign-in.dto.js';
import { SignIn } from './sign-in.service.js';
import { SignedInAnswer } from './signed-in-answer.js';

@ApiTags('auth')
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly answer: SignedInAnswer,
    private readonly me: MeService,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('auth/login')
  @HttpCode(200)
  @Public()
  @CountsAttempts()
  @ApiOperation({ operationId: 'auth_login', summary: 'Sign in with email and password' })
  @ApiOkResponse({ type: Me })
  @ApiProblems('auth.credentials-wrong', 'auth.too-many-attempts', 'auth.busy')
  async login(
    @CurrentCtx() ctx: Ctx,
    @Body() body: LoginRequest,
    @Req() request: GuardedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const person = await this.signIn.prove(ctx, { email: body.email, password: body.password, address: request.ip ?? '' });
    return this.answer.give(ctx, person, { request, response, method: 'password' });
  }

  @Post('auth/logout')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ operationId: 'auth_logout', summary: 'Sign out of the console' })
  @ApiNoContentResponse()
  async logout(@CurrentCtx() ctx: Ctx, @Req() request: GuardedRequest, @Res({ passthrough: true }) response: Response): Promise<void> {
    const secret = this.cookie.read(request);
    if (secret !== undefined && request.authenticatedBy === 'session') await this.signIn.close(ctx, secret);
    response.setHeader('Set-Cookie', this.cookie.clear());
  }

  @Get('me')
  @SignedIn()
  @ApiOperation({ operationId: 'auth_readMe', summary: 'Who I am and what I may do' })
  @ApiOkResponse({ type: Me })
  readMe(@CurrentCtx() ctx: Ctx, @Req() request: GuardedRequest): Promise<Me> {
    return this.me.read(ctx, request.authenticatedBy ?? 'session');
  }
}
