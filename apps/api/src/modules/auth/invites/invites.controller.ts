import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Public } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx, type GuardedRequest } from '../../../platform/http/current.js';
import { CountsAttempts } from '../../../platform/http/request-rate.js';
import { Me } from '../console-sessions/me.dto.js';
import { SignedInAnswer } from '../console-sessions/signed-in-answer.js';
import { InviteAcceptance } from './invite-acceptance.service.js';
import { AcceptInviteRequest, Invite, ReadInviteRequest } from './invites.dto.js';

/** Codes come in the body, never in an address that ends in a log. */
@ApiTags('auth')
@Controller('auth/invites')
@Public()
@CountsAttempts()
export class InvitesController {
  constructor(
    private readonly acceptance: InviteAcceptance,
    private readonly answer: SignedInAnswer,
  ) {}

  @Post('read')
  @HttpCode(200)
  @ApiOperation({ operationId: 'auth_readInvite', summary: 'What an invitation is for' })
  @ApiOkResponse({ type: Invite })
  @ApiProblems('auth.invite-not-valid')
  readInvite(@CurrentCtx() ctx: Ctx, @Body() body: ReadInviteRequest): Promise<Invite> {
    return this.acceptance.read(ctx, body.code);
  }

  @Post('accept')
  @HttpCode(200)
  @ApiOperation({ operationId: 'auth_acceptInvite', summary: 'Accept an invitation and sign in' })
  @ApiOkResponse({ type: Me })
  @ApiProblems('auth.invite-not-valid', 'auth.credentials-wrong', 'auth.password-weak', 'auth.too-many-attempts', 'auth.busy')
  async acceptInvite(
    @CurrentCtx() ctx: Ctx,
    @Body() body: AcceptInviteRequest,
    @Req() request: GuardedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const person = await this.acceptance.accept(ctx, { ...body, address: request.ip ?? '' });
    return this.answer.give(ctx, person, { request, response, method: 'password' });
  }
}
