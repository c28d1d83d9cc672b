import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
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

/** Metadata of one tool call. There is no member for arguments or results. */
export class Call {
  @ApiProperty({ type: String })
  callId!: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'When it was received.' })
  createdAt!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null where nothing matched.' })
  serverSlug!: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  serverVersion!: number | null;

  @ApiProperty({ type: String, description: "The upstream's own name, or what was asked for." })
  toolName!: string;

  @ApiProperty({ type: String, description: 'What the client asked for.' })
  publishedName!: string;

  @ApiProperty({ type: 'integer' })
  status!: number;

  @ApiProperty({ type: String, enum: OUTCOMES })
  outcome!: CallOutcome;

  @ApiProperty({ type: String, nullable: true, description: 'Code of the error catalogue.' })
  reason!: string | null;

  @ApiProperty({ type: Number })
  latencyMs!: number;

  @ApiProperty({ type: 'integer' })
  requestBytes!: number;

  @ApiProperty({ type: 'integer', nullable: true })
  responseBytes!: number | null;

  @ApiProperty({ type: String })
  tokenId!: string;

  @ApiProperty({ type: String, description: 'As shown at that time.' })
  tokenName!: string;

  @ApiProperty({ type: String, nullable: true })
  userId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  clientName!: string | null;

  @ApiProperty({ type: String, nullable: true })
  protocolVersion!: string | null;

  @ApiProperty({ type: String, nullable: true })
  definitionHash!: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  sequence!: number | null;
}

export class CallPage {
  @ApiProperty({ type: [Call] })
  data!: readonly Call[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
