import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '@mcpnest/shared/errors';
import { personOf } from '../../../platform/context/actor.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { SignedIn } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx, type GuardedRequest } from '../../../platform/http/current.js';
import { CountsAttempts } from '../../../platform/http/request-rate.js';
import { SessionCookie } from '../console-sessions/session-cookie.js';
import { SessionDesk } from '../console-sessions/session-desk.service.js';
import { SessionList } from '../console-sessions/sessions.dto.js';
import { ChangePasswordRequest } from './own-account.dto.js';
import { PasswordChange } from './password-change.service.js';

/** What people may do with their own account, signed in at the console. */
@ApiTags('auth')
@Controller('me')
@SignedIn()
export class OwnAccountController {
  constructor(
    private readonly sessions: SessionDesk,
    private readonly passwords: PasswordChange,
    private readonly cookie: SessionCookie,
  ) {}

  @Get('sessions')
  @ApiOperation({ operationId: 'auth_listMySessions', summary: 'Where I am signed in' })
  @ApiOkResponse({ type: SessionList })
  list(@CurrentCtx() ctx: Ctx, @Req() request: GuardedRequest): Promise<SessionList> {
    return this.sessions.list(ctx, mine(ctx, request), this.cookie.read(request));
  }

  @Delete('sessions')
  @HttpCode(204)
  @ApiOperation({ operationId: 'auth_endMySessions', summary: 'Sign out everywhere else' })
  @ApiNoContentResponse()
  endOthers(@CurrentCtx() ctx: Ctx, @Req() request: GuardedRequest): Promise<void> {
    return this.sessions.endAll(ctx, mine(ctx, request), this.cookie.read(request));
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'auth_endMySession', summary: 'End one of my sessions' })
  @ApiNoContentResponse()
  @ApiProblems('auth.session-not-found')
  endOne(@CurrentCtx() ctx: Ctx, @Req() request: GuardedRequest, @Param('id') id: string): Promise<void> {
    return this.sessions.endOne(ctx, mine(ctx, request), id);
  }

  @Post('password')
  @HttpCode(204)
  @CountsAttempts()
  @ApiOperation({ operationId: 'auth_changePassword', summary: 'Change my password; my other sessions end' })
  @ApiNoContentResponse()
  @ApiProblems('auth.credentials-wrong', 'auth.password-weak', 'auth.too-many-attempts', 'auth.busy')
  async changePassword(@CurrentCtx() ctx: Ctx, @Req() request: GuardedRequest, @Body() body: ChangePasswordRequest): Promise<void> {
    const userId = mine(ctx, request);
    await this.passwords.change(ctx, userId, { ...body, address: request.ip ?? '' });
    await this.sessions.endAll(ctx, userId, this.cookie.read(request));
  }
}

/** A key acts for a person, but their sign-ins are none of its business. */
function mine({ actor }: Ctx, { authenticatedBy }: GuardedRequest): string {
  const userId = personOf(actor);
  if (userId !== null && authenticatedBy === 'session') return userId;
  throw new DomainError('auth.forbidden', { detail: 'This is for people signed in at the console; an API key cannot do it.' });
}
