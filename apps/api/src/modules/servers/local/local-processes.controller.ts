import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { LocalControl } from './local-control.service.js';
import { LocalServerList } from './local-servers.dto.js';
import { presentState } from './local-servers.presenter.js';

@ApiTags('servers')
@Controller('servers/:server/processes')
export class LocalProcessesController {
  constructor(private readonly control: LocalControl) {}

  @Get()
  @RequireInstallationPermission('servers:run-local')
  @ApiOperation({
    operationId: 'servers_listProcesses',
    summary: 'What runs of a local server now, and what it last wrote to standard error',
  })
  @ApiProblems('servers.not-found')
  @ApiOkResponse({ type: LocalServerList })
  async list(@CurrentCtx() ctx: Ctx, @Param('server') server: string): Promise<LocalServerList> {
    return { data: (await this.control.states(ctx, server)).map(presentState) };
  }

  @Post('restart')
  @HttpCode(204)
  @RequireInstallationPermission('servers:run-local')
  @ApiOperation({ operationId: 'servers_restartProcesses', summary: 'End its processes and forget its crashes; the next call starts it' })
  @ApiProblems('servers.not-found')
  @ApiNoContentResponse()
  async restart(@CurrentCtx() ctx: Ctx, @Param('server') server: string): Promise<void> {
    await this.control.end(ctx, server, 'restart');
  }

  @Post('stop')
  @HttpCode(204)
  @RequireInstallationPermission('servers:run-local')
  @ApiOperation({ operationId: 'servers_stopProcesses', summary: 'End its processes; a call starts it again' })
  @ApiProblems('servers.not-found')
  @ApiNoContentResponse()
  async stop(@CurrentCtx() ctx: Ctx, @Param('server') server: string): Promise<void> {
    await this.control.end(ctx, server, 'stop');
  }
}
