import { SLUG_LENGTH, SLUG_PATTERN, TOOL_NAME_LENGTHS } from '@mcpnest/shared/limits';
import { ROLES, type Role } from '@mcpnest/shared/permissions';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { MayBeAbsent, ONE_LINE } from '../../../platform/http/given.js';

const SLUG_MESSAGE = 'slug must be lower-case letters, digits and single hyphens';

export class CreateWorkspaceRequest {
  @ApiProperty({ minLength: 1, maxLength: 100 })
  @IsString()
  @Length(1, 100)
  @Matches(ONE_LINE, { message: 'name must be one line of printable text' })
  name!: string;

  @ApiPropertyOptional({
    pattern: SLUG_PATTERN.source,
    minLength: SLUG_LENGTH.min,
    maxLength: SLUG_LENGTH.max,
    description: 'Derived from the name when absent.',
  })
  @MayBeAbsent()
  @IsString()
  @Length(SLUG_LENGTH.min, SLUG_LENGTH.max)
  @Matches(SLUG_PATTERN, { message: SLUG_MESSAGE })
  slug?: string;
}

/** Limits per token. */
export class Limits {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 100_000, description: 'Calls per second.' })
  @IsInt()
  @Min(1)
  @Max(100_000)
  ratePerSecond!: number;
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 1_000_000, description: 'Calls at once after a quiet time.' })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  burst!: number;
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 10_000, description: 'Calls under way at the same time.' })
  @IsInt()
  @Min(1)
  @Max(10_000)
  concurrency!: number;
}

export class UpdateLimits {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100_000 })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(100_000)
  ratePerSecond?: number;
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 1_000_000 }) @MayBeAbsent() @IsInt() @Min(1) @Max(1_000_000) burst?: number;
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 10_000 }) @MayBeAbsent() @IsInt() @Min(1) @Max(10_000) concurrency?: number;
}

export class UpdateWorkspaceRequest {
  @ApiPropertyOptional({ minLength: 1, maxLength: 100 })
  @MayBeAbsent()
  @IsString()
  @Length(1, 100)
  @Matches(ONE_LINE, { message: 'name must be one line of printable text' })
  name?: string;

  @ApiPropertyOptional({
    pattern: SLUG_PATTERN.source,
    minLength: SLUG_LENGTH.min,
    maxLength: SLUG_LENGTH.max,
    description: 'Changes the gateway URL: clients must be set up anew.',
  })
  @MayBeAbsent()
  @IsString()
  @Length(SLUG_LENGTH.min, SLUG_LENGTH.max)
  @Matches(SLUG_PATTERN, { message: SLUG_MESSAGE })
  slug?: string;

  @ApiPropertyOptional({ type: UpdateLimits })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => UpdateLimits)
  limits?: UpdateLimits;

  @ApiPropertyOptional({ enum: TOOL_NAME_LENGTHS, type: Number })
  @MayBeAbsent()
  @IsIn(TOOL_NAME_LENGTHS)
  toolNameLengthMax?: number;
}

export class WorkspaceCounts {
  @ApiProperty({ type: 'integer' }) servers!: number;
  @ApiProperty({ type: 'integer', description: 'Tokens that are neither revoked nor expired.' }) tokens!: number;
  @ApiProperty({ type: 'integer', description: 'Members, invited ones included.' }) members!: number;
}

export class Workspace {
  @ApiProperty() id!: string;
  @ApiProperty() slug!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'uri', description: 'What MCP clients connect to.' }) gatewayUrl!: string;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, enum: ROLES, nullable: true, description: "The caller's role; null for an operator who is not a member." })
  role!: Role | null;
  @ApiProperty({ type: Limits }) limits!: Limits;
  @ApiProperty({ type: Number, enum: TOOL_NAME_LENGTHS }) toolNameLengthMax!: number;
  @ApiProperty({ type: 'integer', description: 'Grows with every change; send it as If-Match.' }) version!: number;
  @ApiProperty({ type: WorkspaceCounts }) counts!: WorkspaceCounts;
}

export class WorkspaceList {
  @ApiProperty({ type: [Workspace] }) data!: readonly Workspace[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
