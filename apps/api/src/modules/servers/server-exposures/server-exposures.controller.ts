import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import { ServerExposureList, ServerExposuresQuery, type ServerExposure } from './server-exposures.dto.js';
import type { ServerExposureRow } from './server-exposures.read-model.js';
import { ServerExposures } from './server-exposures.service.js';

const present = ({ workspaceId, workspaceSlug, workspaceName, ...row }: ServerExposureRow): ServerExposure => ({
  workspace: { id: workspaceId, slug: workspaceSlug, name: workspaceName },
  version: row.version,
  versionState: row.versionState,
  canaryVersion: row.canaryVersion,
  enabled: row.enabled,
  toolPrefix: row.toolPrefix,
  activeTokens: row.activeTokens,
});

@ApiTags('servers')
@Controller('servers/:server/exposures')
export class ServerExposuresController {
  constructor(private readonly exposures: ServerExposures) {}

  @Get()
  @RequireInstallationPermission('servers:read')
  @ApiOperation({
    operationId: 'servers_listServerExposures',
    summary: 'Where the server is shown and whom a change of it reaches, in every workspace that is the caller’s business',
  })
  @ApiProblems('servers.not-found')
  @ApiOkResponse({ type: ServerExposureList })
  async list(
    @CurrentCtx() ctx: Ctx,
    @Param('server') server: string,
    @Query() { version, workspace, limit, cursor }: ServerExposuresQuery,
  ): Promise<ServerExposureList> {
    const { rows, reach } = await this.exposures.of(ctx, server, {
      version: version ?? null,
      workspace: workspace ?? null,
      after: decodeCursor(cursor),
      take: limit + 1,
    });
    const { data, nextCursor } = pageOf(rows, limit, { item: present, position: (row) => row });
    return { data: [...data], nextCursor, reach };
  }
}
