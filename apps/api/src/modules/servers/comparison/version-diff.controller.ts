import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { VersionComparisons } from './version-comparison.service.js';
import { VersionDiff } from './version-diff.dto.js';
import { presentVersionDiff } from './version-diff.presenter.js';

@ApiTags('servers')
@Controller('servers/:server/versions')
export class VersionDiffController {
  constructor(private readonly comparisons: VersionComparisons) {}

  @Get(':from/diff/:to')
  @RequireInstallationPermission('servers:read')
  @ApiOperation({
    operationId: 'servers_diffVersions',
    summary: 'What differs between two versions: transport, credential slots, definitions',
  })
  @ApiProblems('servers.not-found', 'servers.version-not-found')
  @ApiOkResponse({ type: VersionDiff })
  async diff(
    @CurrentCtx() ctx: Ctx,
    @Param('server') server: string,
    @Param('from') from: string,
    @Param('to') to: string,
  ): Promise<VersionDiff> {
    return presentVersionDiff(await this.comparisons.compare(ctx, server, { from, to }));
  }
}
