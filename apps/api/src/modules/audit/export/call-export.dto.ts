import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CallFilters } from '../query/calls-query.dto.js';
import { CompanyCallFilters } from '../query/company-calls-query.dto.js';
import { EXPORT_FORMATS, type ExportFormat } from './call-text.js';

const FORMAT = { enum: EXPORT_FORMATS, default: 'csv' };

/** What to export, and as what. */
export class CallExportQuery extends CallFilters {
  @ApiPropertyOptional(FORMAT)
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat = 'csv';
}

/** The same over workspaces. */
export class CompanyCallExportQuery extends CompanyCallFilters {
  @ApiPropertyOptional(FORMAT)
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat = 'csv';
}
