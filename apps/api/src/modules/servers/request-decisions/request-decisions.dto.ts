import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, Matches, MaxLength, ValidateIf } from 'class-validator';
import { SLUG_LENGTH, SLUG_PATTERN, TOOL_PREFIX_PATTERN } from '@mcpnest/shared/limits';
import { MayBeAbsent, MayBeNull, TEXT } from '../../../platform/http/given.js';

export class ApproveRequestRequest {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 2000 })
  @MayBeNull()
  @IsString()
  @MaxLength(2000)
  @Matches(TEXT)
  note?: string | null;
  @ApiPropertyOptional({ description: 'Of a new server, in the place of the one asked for.', pattern: SLUG_PATTERN.source })
  @MayBeAbsent()
  @IsString()
  @Length(SLUG_LENGTH.min, SLUG_LENGTH.max)
  @Matches(SLUG_PATTERN)
  slug?: string;
  @ApiPropertyOptional({ type: String, nullable: true, pattern: TOOL_PREFIX_PATTERN.source })
  @MayBeNull()
  @IsString()
  @Matches(TOOL_PREFIX_PATTERN)
  toolPrefix?: string | null;
}

export class DenyRequestRequest {
  @ApiProperty({ description: 'Why; the person who asked reads it.', maxLength: 2000 })
  @IsString()
  @Length(1, 2000)
  @Matches(/\S/)
  @Matches(TEXT)
  note!: string;
}

export class AssignRequestRequest {
  @ApiProperty({ type: String, nullable: true, description: 'Who deals with it; null for nobody.' })
  @ValidateIf((_, value: unknown) => value !== null)
  @IsString()
  @Matches(/^[\w-]{1,64}$/)
  userId!: string | null;
}

export class RequestAssignee {
  @ApiProperty() userId!: string;
  @ApiProperty() name!: string;
}

export class RequestAssigneeList {
  @ApiProperty({ type: [RequestAssignee] }) data!: RequestAssignee[];
}
