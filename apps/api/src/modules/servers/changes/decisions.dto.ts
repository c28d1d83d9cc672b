import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { MayBeNull, TEXT } from '../../../platform/http/given.js';

export const DECISIONS = ['approve', 'keep', 'block'] as const;
export type Decision = (typeof DECISIONS)[number];
const HASH = /^[0-9a-f]{64}$/;

export class DecisionRequest {
  @ApiPropertyOptional({ type: String, nullable: true })
  @MayBeNull()
  @IsString()
  @MaxLength(2000)
  @Matches(TEXT)
  note?: string | null;
}

export class DecidedChange {
  @ApiProperty()
  @IsString()
  @MaxLength(64)
  id!: string;
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'What was seen when it was decided; null for a removal. Where it is given and has changed, nothing is decided.',
  })
  @MayBeNull()
  @Matches(HASH)
  seenHash?: string | null;
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    format: 'date-time',
    description: '`decided.at` as it was read, to decide again. With `seenHash`, a change that was decided since then is refused.',
  })
  @MayBeNull()
  @IsString()
  @MaxLength(32)
  decidedAt?: string | null;
}

export class BulkDecisionRequest extends DecisionRequest {
  @ApiProperty({ enum: DECISIONS })
  @IsIn(DECISIONS)
  decision!: Decision;
  @ApiProperty({ type: [DecidedChange] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => DecidedChange)
  changes!: DecidedChange[];
}

export class DecisionAnswer {
  @ApiProperty({ type: 'integer', description: 'How many changes were decided.' }) decided!: number;
}
