import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { CallFilters } from '../query/calls-query.dto.js';

const RANGES = ['h1', 'h24', 'd7', 'd30'] as const;

/** Filters of the call log as they are kept: those of the list, and a period that ends now. */
export class ViewFilters extends CallFilters {
  @ApiPropertyOptional({ enum: RANGES, description: 'The last hour, day, seven or thirty days.' })
  @IsOptional()
  @IsIn(RANGES)
  range?: (typeof RANGES)[number];
}

export class SaveCallViewRequest {
  @ApiProperty({ minLength: 1, maxLength: 80 })
  @IsString()
  @Length(1, 80)
  name!: string;

  @ApiProperty({ type: ViewFilters })
  @IsObject()
  @ValidateNested()
  @Type(() => ViewFilters)
  filters!: ViewFilters;

  @ApiPropertyOptional({ default: false, description: 'Whether everybody in the workspace sees it.' })
  @MayBeAbsent()
  @IsBoolean()
  shared?: boolean;
}

export class ChangeCallViewRequest {
  @ApiPropertyOptional({ minLength: 1, maxLength: 80 })
  @MayBeAbsent()
  @IsString()
  @Length(1, 80)
  name?: string;

  @ApiPropertyOptional({ type: ViewFilters })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => ViewFilters)
  filters?: ViewFilters;
}

export class CallView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: ViewFilters }) filters!: ViewFilters;
  @ApiProperty() shared!: boolean;
  @ApiProperty({ description: 'Who made it.' }) createdBy!: string;
  @ApiProperty({ description: 'Whether you may change and remove it.' }) mayChange!: boolean;
}

export class CallViewList {
  @ApiProperty({ type: [CallView] }) data!: readonly CallView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
