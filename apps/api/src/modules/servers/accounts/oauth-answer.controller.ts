import { Controller, Get, Logger, Req, Res, UseFilters } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Public, SignedIn } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx, type GuardedRequest } from '../../../platform/http/current.js';
import { Permissions } from '../../../platform/http/permissions.port.js';
import { CountsAttempts } from '../../../platform/http/request-rate.js';
import { AccountAnswer, type TakenAnswer } from './account-answer.service.js';
import { AccountFlowCookie } from './account-flow-cookie.js';
import { AnswerPageFilter } from './answer-page.filter.js';
import { ClientDocument } from './accounts.dto.js';
import { OAuthClients } from './oauth-clients.service.js';

/** What authorization servers come to: the description of the gateway as their client, and where they send browsers back to. */
@ApiTags('servers')
@Controller('oauth')
export class OAuthAnswerController {
  private readonly log = new Logger('servers');

  constructor(
    private readonly answers: AccountAnswer,
    private readonly clients: OAuthClients,
    private readonly cookie: AccountFlowCookie,
    private readonly permissions: Permissions,
  ) {}

  @Get('client.json')
  @Public()
  @ApiOperation({ operationId: 'servers_readClientDocument', summary: 'The gateway as a client of authorization servers' })
  @ApiOkResponse({ type: ClientDocument })
  document(): ClientDocument {
    return this.clients.document();
  }

  @Get('callback')
  @SignedIn()
  @CountsAttempts()
  @UseFilters(AnswerPageFilter)
  @ApiOperation({
    operationId: 'servers_answerConnection',
    summary: 'Where authorization servers send the browser back to',
    description: 'Where it goes wrong, whoever asks for `text/html` gets a page instead of the problem document.',
  })
  @ApiProblems('auth.not-signed-in', 'servers.oauth-answer-refused')
  @ApiFoundResponse({ description: 'To the page that the connection was begun on, with its outcome.' })
  async callback(@CurrentCtx() ctx: Ctx, @Req() request: GuardedRequest, @Res() response: Response): Promise<void> {
    const secret = this.cookie.read(request);
    response.appendHeader('Set-Cookie', this.cookie.clear());
    const taken = await this.answers.take(ctx, { query: request.originalUrl.split('?')[1] ?? '', secret });
    if (taken.problem) this.log.warn({ msg: 'the answer of an authorization server was refused', code: taken.problem.code });
    response.redirect(302, await this.pageOf(ctx, taken));
  }

  private async pageOf({ actor }: Ctx, { serverSlug, workspaceId, problem }: TakenAnswer): Promise<string> {
    const outcome = problem ? `connect=${serverSlug}&problem=${problem.code}` : `connected=${serverSlug}`;
    if (workspaceId === null) return `/catalogue/${serverSlug}?tab=credentials&${outcome}`;
    const grant = (await this.permissions.acrossWorkspaces(actor)).find((one) => one.workspaceId === workspaceId);
    return grant ? `/w/${grant.slug}/connections?${outcome}` : '/';
  }
}
