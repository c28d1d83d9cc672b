import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsInstant } from '../../../platform/http/instant.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import { EXPORT_FORMATS, type ExportFormat } from '../export/call-text.js';

/** What the ledger is narrowed to. */
export class LedgerFilters {
  @ApiPropertyOptional({ type: String, description: 'Slug or id of a workspace; an id finds those that are gone.' })
  @IsOptional()
  @IsString()
  @Matches(/^[\w-]{2,64}$/)
  workspace?: string;

  @ApiPropertyOptional({ type: String, example: 'servers.created', description: 'An event, or a room with its dot for all of its events.' })
  @IsOptional()
  @IsString()
  @Matches(/^[a-z-]{1,40}\.([a-z-]{1,60})?$/)
  event?: string;

  @ApiPropertyOptional({ type: String, description: 'Who acted: an id, or a part of the name.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  actor?: string;

  @ApiPropertyOptional({ type: String, description: 'What it was about: an id, or a part of the name.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  subject?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Not before.' })
  @IsOptional()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Before.' })
  @IsOptional()
  @IsInstant()
  to?: string;
}

/** Filters of the ledger, and which page. */
export class LedgerQuery extends IntersectionType(LedgerFilters, PageQuery) {}

/** What to export of the ledger, and as what. */
export class LedgerExportQuery extends LedgerFilters {
  @ApiPropertyOptional({ enum: EXPORT_FORMATS, default: 'csv' })
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat = 'csv';
}
