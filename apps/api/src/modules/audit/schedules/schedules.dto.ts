import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, IsString, IsUrl, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { MayBeAbsent, MayBeNull } from '../../../platform/http/given.js';
import { EXPORT_FORMATS, type ExportFormat } from '../export/call-text.js';
import { CallFilters } from '../query/calls-query.dto.js';

const EVERY = ['hour', 'day'] as const;

/** Filters of calls without a period, which the schedule gives. */
export class ScheduleFilters extends OmitType(CallFilters, ['from', 'to'] as const) {}

export class CreateExportScheduleRequest {
  @ApiProperty({ minLength: 1, maxLength: 80 })
  @IsString()
  @Length(1, 80)
  name!: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Slug of a workspace; all of them where it is left out.' })
  @MayBeNull()
  @Matches(/^[a-z0-9-]{2,40}$/)
  workspace?: string | null;

  @ApiProperty({ type: ScheduleFilters })
  @IsObject()
  @ValidateNested()
  @Type(() => ScheduleFilters)
  filters!: ScheduleFilters;

  @ApiProperty({ enum: EXPORT_FORMATS })
  @IsIn(EXPORT_FORMATS)
  format!: ExportFormat;

  @ApiProperty({ enum: EVERY, description: 'Whole hours or days, UTC.' })
  @IsIn(EVERY)
  every!: 'hour' | 'day';

  @ApiPropertyOptional({
    type: String,
    format: 'uri',
    nullable: true,
    maxLength: 2000,
    description:
      'Files are sent there by POST, under the egress rules; where it is left out they are written to the folder of `EXPORT_DIR`.',
  })
  @MayBeNull()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true, disallow_auth: true })
  @MaxLength(2000)
  url?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 4000, description: 'Sent as `Authorization`; never shown again.' })
  @MayBeNull()
  @IsString()
  @Matches(/^[\x20-\x7e]+$/)
  @Length(1, 4000)
  authorization?: string | null;
}

export class UpdateExportScheduleRequest {
  @ApiPropertyOptional({ description: 'Periods that pass while it is off are taken out once it is on again.' })
  @MayBeAbsent()
  @IsBoolean()
  enabled?: boolean;
}

export class ExportScheduleView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) workspace!: string | null;
  @ApiProperty({ type: ScheduleFilters }) filters!: ScheduleFilters;
  @ApiProperty({ enum: EXPORT_FORMATS }) format!: ExportFormat;
  @ApiProperty({ enum: EVERY }) every!: 'hour' | 'day';
  @ApiProperty({ type: String, nullable: true }) url!: string | null;
  @ApiProperty() hasAuthorization!: boolean;
  @ApiProperty() enabled!: boolean;
  @ApiProperty({ format: 'date-time', description: 'Rows before that are taken out.' }) exportedUntil!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) triedAt!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Of the last file.' }) rows!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why the last try failed; it is tried again each minute.' }) problem!:
    string | null;
}

export class ExportScheduleList {
  @ApiProperty({ type: [ExportScheduleView] }) data!: readonly ExportScheduleView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
