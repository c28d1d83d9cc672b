import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Public } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx, type GuardedRequest } from '../../../platform/http/current.js';
import { CountsAttempts } from '../../../platform/http/request-rate.js';
import { Me } from '../console-sessions/me.dto.js';
import { SignedInAnswer } from '../console-sessions/signed-in-answer.js';
import { FirstOperator } from './first-operator.service.js';
import { SetupRequest, SetupState } from './setup.dto.js';

@ApiTags('auth')
@Controller('setup')
@Public()
export class SetupController {
  constructor(
    private readonly firstOperator: FirstOperator,
    private readonly answer: SignedInAnswer,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'auth_readSetup', summary: 'Whether the first operator is still to be made' })
  @ApiOkResponse({ type: SetupState })
  async readSetup(@CurrentCtx() ctx: Ctx): Promise<SetupState> {
    return { open: !(await this.firstOperator.exists(ctx)) };
  }

  @Post()
  @CountsAttempts()
  @ApiOperation({ operationId: 'auth_setup', summary: 'Make the first operator and sign in' })
  @ApiCreatedResponse({ type: Me })
  @ApiProblems('auth.setup-closed', 'auth.setup-code-wrong', 'auth.password-weak', 'auth.email-taken', 'auth.busy')
  async setup(
    @CurrentCtx() ctx: Ctx,
    @Body() body: SetupRequest,
    @Req() request: GuardedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const { code, email, password, name } = body;
    const person = await this.firstOperator.createWithCode(ctx, code, { email, password, name });
    return this.answer.give(ctx, person, { request, response, method: 'password' });
  }
}
