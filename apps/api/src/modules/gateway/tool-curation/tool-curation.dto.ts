import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { TOOLS_MAX } from './tool-selection.dto.js';

const NEW_TOOLS = ['on', 'off'] as const;

export class ToolFilterRequest {
  @ApiPropertyOptional({ maxLength: 200, description: 'Part of a name or description, whatever its case.' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  q?: string;
  @ApiPropertyOptional({ description: "The server's slug." })
  @MayBeAbsent()
  @IsString()
  @MaxLength(64)
  server?: string;
  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  enabled?: boolean;
  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  published?: boolean;
}

export class BulkToolChange {
  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  enabled?: boolean;
  @ApiPropertyOptional({ description: 'Takes alias, description and parameters back, before anything else is changed.' })
  @MayBeAbsent()
  @IsBoolean()
  reset?: boolean;
}

export class UpdateToolsRequest {
  @ApiPropertyOptional({ type: [String], maxItems: TOOLS_MAX, description: 'Published names or `server:tool`. This or `filter`.' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(TOOLS_MAX)
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  names?: string[];
  @ApiPropertyOptional({ type: ToolFilterRequest, description: 'All tools that fit, as they are when the request arrives.' })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => ToolFilterRequest)
  filter?: ToolFilterRequest;
  @ApiProperty({ type: BulkToolChange })
  @ValidateNested()
  @Type(() => BulkToolChange)
  change!: BulkToolChange;
  @ApiPropertyOptional({ description: 'Only says what would be changed.' })
  @MayBeAbsent()
  @IsBoolean()
  dryRun?: boolean;
}

export class UpdatedTools {
  @ApiProperty({ type: 'integer', description: 'Tools that were meant.' }) matched!: number;
  @ApiProperty({ type: 'integer', description: 'Tools that differ from before, or would.' }) changed!: number;
  @ApiProperty({ type: [String], description: 'What was meant, as `server:tool`.' }) tools!: string[];
}

export class NewToolsPolicy {
  @ApiProperty({ enum: NEW_TOOLS, description: 'Whether tools that come in from now on are shown.' })
  @IsIn(NEW_TOOLS)
  newTools!: (typeof NEW_TOOLS)[number];
}

export class ServerToolPolicy extends NewToolsPolicy {
  @ApiProperty({ description: "The server's slug." }) server!: string;
}

export class ToolPolicyList {
  @ApiProperty({ type: [ServerToolPolicy] }) data!: ServerToolPolicy[];
}
