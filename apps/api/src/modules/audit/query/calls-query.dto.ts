import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { CALL_GATES, CALL_ORIGINS, CALL_OUTCOMES, type CallGate, type CallOrigin, type CallOutcome } from '@mcpnest/shared/audit';
import { IsInstant } from '../../../platform/http/instant.js';
import { PageQuery, wholeNumber } from '../../../platform/http/page-query.dto.js';

/** Any outcome, or all but success. */
const OUTCOMES = [...Object.keys(CALL_OUTCOMES), 'failed'];
const ID = /^[\w-]{1,64}$/;
const milliseconds = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,9}(\.\d{1,3})?$/.test(value) ? Number(value) : value;

const IsMilliseconds = (): PropertyDecorator => applyDecorators(IsOptional(), Transform(milliseconds), IsNumber());

/** Filters of call records; all must hold. The console's addresses carry the same names. */
export class CallFilters {
  @ApiPropertyOptional({ description: 'Slug of a server.' })
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,40}$/)
  server?: string;

  @ApiPropertyOptional({ maxLength: 128, description: "A tool's published or original name." })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  tool?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 100, maximum: 599 })
  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(100)
  @Max(599)
  status?: number;

  @ApiPropertyOptional({ enum: OUTCOMES, description: '`failed` stands for all but success.' })
  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: CallOutcome | 'failed';

  @ApiPropertyOptional({ enum: CALL_ORIGINS, description: 'Where it ended.' })
  @IsOptional()
  @IsIn(CALL_ORIGINS)
  origin?: CallOrigin;

  @ApiPropertyOptional({ enum: CALL_GATES, description: 'The decision that stopped it.' })
  @IsOptional()
  @IsIn(CALL_GATES)
  gate?: CallGate;

  @ApiPropertyOptional({ maxLength: 100, description: 'Code of the error catalogue.' })
  @IsOptional()
  @Matches(/^[a-z.-]{1,100}$/)
  reason?: string;

  @ApiPropertyOptional({ description: 'Id of a token.' })
  @IsOptional()
  @Matches(ID)
  token?: string;

  @ApiPropertyOptional({ description: 'Id of the person whose token it was.' })
  @IsOptional()
  @Matches(ID)
  person?: string;

  @ApiPropertyOptional({ maxLength: 128, description: 'Name of the client, with or without its version.' })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  client?: string;

  @ApiPropertyOptional({ maxLength: 32, example: '2025-11-25', description: 'Revision of the protocol.' })
  @IsOptional()
  @IsString()
  @Length(1, 32)
  revision?: string;

  @ApiPropertyOptional({ type: Number, description: 'At least this latency, in milliseconds.' })
  @IsMilliseconds()
  latencyMin?: number;

  @ApiPropertyOptional({ type: Number, description: 'Less than this latency, in milliseconds.' })
  @IsMilliseconds()
  latencyMax?: number;

  @ApiPropertyOptional({ type: Number, description: "At least this much of it was the server's, in milliseconds." })
  @IsMilliseconds()
  upstreamMin?: number;

  @ApiPropertyOptional({ type: Number, description: "At least this much of it was the gateway's own, in milliseconds." })
  @IsMilliseconds()
  gatewayMin?: number;

  @ApiPropertyOptional({
    maxLength: 128,
    description: 'The id of a call or of a trace; any other text: part of a name of tool, server, token or client, or of the reason.',
  })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  text?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Not before; seven days ago unless told.' })
  @IsOptional()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Before.' })
  @IsOptional()
  @IsInstant()
  to?: string;
}

/** A page of filtered calls. */
export class CallsQuery extends IntersectionType(PageQuery, CallFilters) {}
