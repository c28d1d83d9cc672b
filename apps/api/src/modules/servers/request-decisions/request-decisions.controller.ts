import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { SignedIn } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { TestReport } from '../connection-test/connection-test.dto.js';
import { presentReport } from '../connection-test/test-report.presenter.js';
import { RequestDesk } from '../request-access/request-desk.service.js';
import { presentRequest } from '../requests/request.presenter.js';
import { ServerRequestView } from '../requests/request-view.dto.js';
import { Tagged, type EntityTags } from '../tagged.js';
import { AssigneesReadModel } from './assignees.read-model.js';
import { ApproveRequestRequest, AssignRequestRequest, DenyRequestRequest, RequestAssigneeList } from './request-decisions.dto.js';
import { RequestAssignment } from './request-assignment.service.js';
import { RequestDecisions } from './request-decisions.service.js';
import { RequestTest } from './request-test.service.js';

const DECIDING = ['auth.forbidden', 'servers.request-not-found', 'servers.request-decided', 'platform.stale-version'] as const;

/** What those do with a request who may decide it. */
@ApiTags('servers')
@Controller('requests/:request')
export class RequestDecisionsController {
  constructor(
    private readonly desk: RequestDesk,
    private readonly decisions: RequestDecisions,
    private readonly assignment: RequestAssignment,
    private readonly assignees: AssigneesReadModel,
    private readonly tests: RequestTest,
  ) {}

  @Post('approve')
  @HttpCode(200)
  @SignedIn()
  @ApiBody({ type: ApproveRequestRequest, required: false })
  @ApiOperation({ operationId: 'servers_approveRequest', summary: 'Do what was asked for: it is approved and shown in the workspace' })
  @ApiProblems(
    ...DECIDING,
    'servers.request-own',
    'servers.not-found',
    'servers.version-not-found',
    'servers.version-not-approved',
    'servers.transport-invalid',
    'servers.transport-not-available',
    'servers.address-denied',
    'servers.slug-taken',
    'servers.prefix-taken',
    'servers.exposure-exists',
  )
  @ApiOkResponse({ type: ServerRequestView })
  async approve(
    @CurrentCtx() ctx: Ctx,
    @Param('request') id: string,
    @Tagged() tags: EntityTags,
    @Body() body?: ApproveRequestRequest,
  ): Promise<ServerRequestView> {
    const { ctx: inside, request } = await this.desk.toDecide(ctx, id);
    await this.decisions.approve(inside, request, { ...body, note: body?.note ?? null }, tags.ifMatch);
    return this.answer(ctx, id, tags);
  }

  @Post('deny')
  @HttpCode(200)
  @SignedIn()
  @ApiOperation({ operationId: 'servers_denyRequest', summary: 'Refuse it and say why; secrets given with it are dropped' })
  @ApiProblems('platform.invalid-request', ...DECIDING)
  @ApiOkResponse({ type: ServerRequestView })
  async deny(
    @CurrentCtx() ctx: Ctx,
    @Param('request') id: string,
    @Tagged() tags: EntityTags,
    @Body() body: DenyRequestRequest,
  ): Promise<ServerRequestView> {
    const { ctx: inside } = await this.desk.toDecide(ctx, id);
    await this.decisions.deny(inside, id, body.note, tags.ifMatch);
    return this.answer(ctx, id, tags);
  }

  @Post('assign')
  @HttpCode(200)
  @SignedIn()
  @ApiOperation({ operationId: 'servers_assignRequest', summary: 'Say who deals with it' })
  @ApiProblems('platform.invalid-request', ...DECIDING, 'servers.assignee-unknown')
  @ApiOkResponse({ type: ServerRequestView })
  async assign(
    @CurrentCtx() ctx: Ctx,
    @Param('request') id: string,
    @Tagged() tags: EntityTags,
    @Body() body: AssignRequestRequest,
  ): Promise<ServerRequestView> {
    const { ctx: inside } = await this.desk.toDecide(ctx, id);
    await this.assignment.assign(inside, id, body.userId, tags.ifMatch);
    return this.answer(ctx, id, tags);
  }

  @Get('assignees')
  @SignedIn()
  @ApiOperation({ operationId: 'servers_listRequestAssignees', summary: 'Who can deal with it' })
  @ApiProblems('auth.forbidden', 'servers.request-not-found')
  @ApiOkResponse({ type: RequestAssigneeList })
  async people(@CurrentCtx() ctx: Ctx, @Param('request') id: string): Promise<RequestAssigneeList> {
    const { ctx: inside, request } = await this.desk.toDecide(ctx, id);
    return { data: [...(await this.assignees.of(inside, request.kind))] };
  }

  @Post('test')
  @HttpCode(200)
  @SignedIn()
  @ApiOperation({ operationId: 'servers_testRequest', summary: 'Try what is asked for, stage by stage, with the secrets given along' })
  @ApiProblems(
    'platform.invalid-request',
    'auth.forbidden',
    'servers.request-not-found',
    'servers.address-denied',
    'servers.credential-unreadable',
  )
  @ApiOkResponse({ type: TestReport })
  async test(@CurrentCtx() ctx: Ctx, @Param('request') id: string): Promise<TestReport> {
    const { ctx: inside, request } = await this.desk.toDecide(ctx, id);
    return presentReport(await this.tests.run(inside, request));
  }

  private async answer(ctx: Ctx, id: string, tags: EntityTags): Promise<ServerRequestView> {
    const found = await this.desk.get(ctx, id);
    tags.answer(found.view.revision);
    return presentRequest(found);
  }
}
