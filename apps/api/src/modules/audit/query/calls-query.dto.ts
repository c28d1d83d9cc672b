import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { CALL_OUTCOMES, type CallOutcome } from '@mcpnest/shared/audit';
import { IsInstant } from '../../../platform/http/instant.js';
import { PageQuery, wholeNumber } from '../../../platform/http/page-query.dto.js';

const OUTCOMES = Object.keys(CALL_OUTCOMES);

/** Filters of call records; the console's addresses carry the same names. */
export class CallsQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, description: 'Slug of a server.' })
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,40}$/)
  server?: string;

  @ApiPropertyOptional({ type: String, maxLength: 128, description: "A tool's published or original name." })
  @IsOptional()
  @IsString()
  @MaxLength(128)
  tool?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 100, maximum: 599 })
  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(100)
  @Max(599)
  status?: number;

  @ApiPropertyOptional({ type: String, enum: OUTCOMES })
  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: CallOutcome;

  @ApiPropertyOptional({ type: String, description: 'Id of a token.' })
  @IsOptional()
  @Matches(/^[\w-]{1,64}$/)
  token?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Not before; seven days ago unless told.' })
  @IsOptional()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Before.' })
  @IsOptional()
  @IsInstant()
  to?: string;
}
