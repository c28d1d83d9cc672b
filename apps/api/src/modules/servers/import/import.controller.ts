import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { readJsonBody } from '../../../platform/http/strict-json-body.js';
import { StrictValidationPipe } from '../../../platform/http/validation.pipe.js';
import { ImportPreview, ImportRequest, ImportResults, PreviewImportRequest } from './import.dto.js';
import { presentOutcome, presentPreview } from './import.presenter.js';
import { ImportPreviewService } from './import-preview.service.js';
import { ImportService } from './import.service.js';

/** A document of 10 MiB as a text within JSON, where every quote is two characters. */
const PREVIEW_BYTES_MAX = 16 * 1024 * 1024;

@ApiTags('servers')
@Controller('catalogue/import')
export class ImportController {
  private readonly checked = new StrictValidationPipe();

  constructor(
    private readonly previews: ImportPreviewService,
    private readonly imports: ImportService,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @RequireInstallationPermission('servers:write')
  @ApiBody({ type: PreviewImportRequest })
  @ApiOperation({ operationId: 'servers_previewImport', summary: 'Read a document of servers; nothing is stored' })
  @ApiProblems('platform.invalid-request', 'servers.address-denied', 'servers.document-unreachable', 'servers.document-unreadable')
  @ApiOkResponse({ type: ImportPreview })
  async preview(
    @CurrentCtx() ctx: Ctx,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ImportPreview | undefined> {
    // Read here and not ahead of the guard, so that only those who may import can send so much.
    const body = request.body === undefined ? await readJsonBody(request, response, PREVIEW_BYTES_MAX) : { value: request.body as unknown };
    if (body === null) return void response.destroy();
    const wish = (await this.checked.transform(body.value, { type: 'body', metatype: PreviewImportRequest })) as PreviewImportRequest;
    return presentPreview(await this.previews.preview(ctx, wish));
  }

  @Post()
  @HttpCode(200)
  @RequireInstallationPermission('servers:write')
  @ApiOperation({ operationId: 'servers_import', summary: 'Enter many servers; each is entered whole or not at all' })
  @ApiProblems('platform.invalid-request')
  @ApiOkResponse({ type: ImportResults })
  async import(@CurrentCtx() ctx: Ctx, @Body() body: ImportRequest): Promise<ImportResults> {
    return { data: (await this.imports.import(ctx, body.entries)).map(presentOutcome) };
  }
}
