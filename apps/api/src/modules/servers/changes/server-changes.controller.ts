import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { IfMatch } from '../../../platform/http/entity-tag.js';
import { ChangeDecisions } from './change-decisions.service.js';
import { ChangeInbox } from './change-inbox.service.js';
import { ChangesQuery, LockChangeList } from './changes.dto.js';
import { BulkDecisionRequest, DecisionAnswer, DecisionRequest, type Decision } from './decisions.dto.js';
import { seenOf } from './seen-tag.js';

const IF_MATCH = {
  name: 'If-Match',
  required: false,
  description:
    'The hash that is seen, in quotes, or `"removed"`; to decide again, with `@` and `decided.at` behind it. Nothing is decided where the server lists something else by now, or somebody decided since.',
} as const;
const PROBLEMS = ['servers.not-found', 'servers.change-not-found', 'servers.change-decided', 'platform.stale-version'] as const;

@ApiTags('servers')
@Controller('servers/:server/changes')
export class ServerChangesController {
  constructor(
    private readonly inbox: ChangeInbox,
    private readonly decisions: ChangeDecisions,
  ) {}

  @Get()
  @RequireInstallationPermission('versions:approve')
  @ApiOperation({ operationId: 'servers_listServerChanges', summary: 'What a server lists besides what was approved, newest first' })
  @ApiProblems('servers.not-found')
  @ApiOkResponse({ type: LockChangeList })
  list(@CurrentCtx() ctx: Ctx, @Param('server') server: string, @Query() query: ChangesQuery): Promise<LockChangeList> {
    return this.inbox.list(ctx, { ...query, server });
  }

  @Post('decide')
  @HttpCode(200)
  @RequireInstallationPermission('versions:approve')
  @ApiOperation({ operationId: 'servers_decideChanges', summary: 'Decide several changes alike: all of them or none' })
  @ApiProblems(...PROBLEMS)
  @ApiOkResponse({ type: DecisionAnswer })
  async decide(@CurrentCtx() ctx: Ctx, @Param('server') server: string, @Body() body: BulkDecisionRequest): Promise<DecisionAnswer> {
    const { decision, changes, note = null } = body;
    return { decided: await this.decisions.decide(ctx, server, { decision, changes, note }) };
  }

  @Post(':change/approve')
  @HttpCode(200)
  @RequireInstallationPermission('versions:approve')
  @ApiHeader(IF_MATCH)
  @ApiBody({ type: DecisionRequest, required: false })
  @ApiOperation({ operationId: 'servers_approveChange', summary: 'Serve what is seen now from here on' })
  @ApiProblems(...PROBLEMS)
  @ApiOkResponse({ type: DecisionAnswer })
  approve(
    @CurrentCtx() ctx: Ctx,
    @Param() path: ChangePath,
    @IfMatch() ifMatch: string | undefined,
    @Body() body?: DecisionRequest,
  ): Promise<DecisionAnswer> {
    return this.one(ctx, path, { decision: 'approve', ifMatch, note: body?.note ?? null });
  }

  @Post(':change/keep')
  @HttpCode(200)
  @RequireInstallationPermission('versions:approve')
  @ApiHeader(IF_MATCH)
  @ApiBody({ type: DecisionRequest, required: false })
  @ApiOperation({ operationId: 'servers_keepApproved', summary: 'Go on serving what was approved, and nothing where nothing was' })
  @ApiProblems(...PROBLEMS)
  @ApiOkResponse({ type: DecisionAnswer })
  keep(
    @CurrentCtx() ctx: Ctx,
    @Param() path: ChangePath,
    @IfMatch() ifMatch: string | undefined,
    @Body() body?: DecisionRequest,
  ): Promise<DecisionAnswer> {
    return this.one(ctx, path, { decision: 'keep', ifMatch, note: body?.note ?? null });
  }

  @Post(':change/block')
  @HttpCode(200)
  @RequireInstallationPermission('versions:approve')
  @ApiHeader(IF_MATCH)
  @ApiBody({ type: DecisionRequest, required: false })
  @ApiOperation({ operationId: 'servers_blockChange', summary: 'Serve nothing of it, whatever the server lists, until it is approved' })
  @ApiProblems(...PROBLEMS)
  @ApiOkResponse({ type: DecisionAnswer })
  block(
    @CurrentCtx() ctx: Ctx,
    @Param() path: ChangePath,
    @IfMatch() ifMatch: string | undefined,
    @Body() body?: DecisionRequest,
  ): Promise<DecisionAnswer> {
    return this.one(ctx, path, { decision: 'block', ifMatch, note: body?.note ?? null });
  }

  private async one(
    ctx: Ctx,
    { server, change }: ChangePath,
    { decision, ifMatch, note }: { readonly decision: Decision; readonly ifMatch: string | undefined; readonly note: string | null },
  ): Promise<DecisionAnswer> {
    const changes = [{ id: change, ...seenOf(ifMatch) }];
    return { decided: await this.decisions.decide(ctx, server, { decision, changes, note }) };
  }
}

interface ChangePath {
  readonly server: string;
  readonly change: string;
}
