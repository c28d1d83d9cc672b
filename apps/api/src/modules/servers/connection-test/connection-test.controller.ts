import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { ConnectionTestService } from './connection-test.service.js';
import { TestConnectionRequest, TestReport } from './connection-test.dto.js';
import { presentReport } from './test-report.presenter.js';

@ApiTags('servers')
@Controller('servers/test')
export class ConnectionTestController {
  constructor(private readonly tests: ConnectionTestService) {}

  @Post()
  @HttpCode(200)
  @RequireInstallationPermission('servers:write')
  @ApiOperation({ operationId: 'servers_testConnection', summary: 'Try a transport stage by stage; nothing is stored' })
  @ApiProblems(
    'platform.invalid-request',
    'servers.transport-invalid',
    'servers.transport-not-available',
    'servers.address-denied',
    'servers.credential-unknown',
    'servers.not-found',
  )
  @ApiOkResponse({ type: TestReport })
  async test(@CurrentCtx() ctx: Ctx, @Body() body: TestConnectionRequest): Promise<TestReport> {
    return presentReport(await this.tests.test(ctx, body));
  }
}
