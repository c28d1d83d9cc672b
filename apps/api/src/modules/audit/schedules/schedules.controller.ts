import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { CreateExportScheduleRequest, ExportScheduleList, ExportScheduleView, UpdateExportScheduleRequest } from './schedules.dto.js';
import { ExportSchedules } from './schedules.service.js';

@ApiTags('audit')
@Controller('settings/exports')
@RequireInstallationPermission('settings:write')
export class ExportSchedulesController {
  constructor(private readonly schedules: ExportSchedules) {}

  @Get()
  @ApiOperation({ operationId: 'audit_listExports', summary: 'Exports of call records that come by themselves' })
  @ApiOkResponse({ type: ExportScheduleList })
  async list(@CurrentCtx() ctx: Ctx): Promise<ExportScheduleList> {
    return { data: await this.schedules.list(ctx), nextCursor: null };
  }

  @Post()
  @ApiOperation({ operationId: 'audit_scheduleExport', summary: 'Take filtered calls out every hour or day, to a folder or an address' })
  @ApiCreatedResponse({ type: ExportScheduleView })
  @ApiProblems('audit.export-name-taken', 'audit.export-no-folder', 'audit.exports-full', 'workspaces.not-found')
  create(@CurrentCtx() ctx: Ctx, @Body() body: CreateExportScheduleRequest): Promise<ExportScheduleView> {
    return this.schedules.create(ctx, body);
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'audit_changeExport', summary: 'Switch an export off or on' })
  @ApiOkResponse({ type: ExportScheduleView })
  @ApiProblems('audit.export-not-found')
  change(
    @CurrentCtx() ctx: Ctx,
    @Param('id') id: string,
    @Body() { enabled = true }: UpdateExportScheduleRequest,
  ): Promise<ExportScheduleView> {
    return this.schedules.setEnabled(ctx, id, enabled);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'audit_unscheduleExport', summary: 'End an export; files that were written stay' })
  @ApiNoContentResponse()
  @ApiProblems('audit.export-not-found')
  remove(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<void> {
    return this.schedules.remove(ctx, id);
  }
}
