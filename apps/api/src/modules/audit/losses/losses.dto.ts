import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { AuditHealthView } from '../../../platform/health/health.dto.js';
import { MayBeNull, TEXT } from '../../../platform/http/given.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';

export class GapsQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, enum: ['true', 'false'], description: 'Whether only gaps that nobody acknowledged are shown.' })
  @IsOptional()
  @IsIn(['true', 'false'])
  open?: 'true' | 'false';
}

export class GapAcknowledgement {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;

  @ApiProperty({ type: String, description: 'As shown at that time.' })
  by!: string;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;
}

/** Call records that are missing, and known to be. */
export class AuditGap {
  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({ type: String })
  writer!: string;

  @ApiProperty({
    type: String,
    enum: ['full', 'corrupt', 'refused'],
    description: 'The spool took no more; a file of it cannot be read; the database refuses them.',
  })
  reason!: 'full' | 'corrupt' | 'refused';

  @ApiProperty({ type: String, nullable: true })
  chain!: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  from!: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  to!: number | null;

  @ApiProperty({ type: 'integer', description: 'Records.' })
  count!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  since!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  until!: string;

  @ApiProperty({ type: GapAcknowledgement, nullable: true })
  acknowledgement!: GapAcknowledgement | null;
}

export class AuditGapPage {
  @ApiProperty({ type: [AuditGap] })
  data!: readonly AuditGap[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class OpenGaps {
  @ApiProperty({ type: 'integer' })
  gaps!: number;

  @ApiProperty({ type: 'integer' })
  records!: number;
}

/** What became of call records. */
export class AuditStatus {
  @ApiProperty({ type: String, enum: ['available', 'strict'], description: 'Where a workspace has none of its own.' })
  mode!: 'available' | 'strict';

  @ApiProperty({ type: AuditHealthView, description: 'Of the process that answers, since its start.' })
  figures!: AuditHealthView;

  @ApiProperty({ type: OpenGaps, description: 'Missing records of all processes that nobody acknowledged.' })
  open!: OpenGaps;
}

export class AcknowledgeGapsRequest {
  @ApiProperty({ type: [String], minItems: 1, maxItems: 200 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(/^w[0-9a-f]{16}\.\d{1,9}$/, { each: true, message: 'gaps must be ids of gaps' })
  gaps!: string[];

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500, description: 'What came of it.' })
  @MayBeNull()
  @IsString()
  @MaxLength(500)
  @Matches(TEXT, { message: 'note must be printable text' })
  note?: string | null;
}
