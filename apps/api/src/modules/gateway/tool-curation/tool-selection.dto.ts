import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { MayBeAbsent, MayBeNull } from '../../../platform/http/given.js';
import { ToolParameter } from '../published-tools/tool-parameter.dto.js';

/** Tools that one request may name. */
export const TOOLS_MAX = 10_000;

export class SelectedTool {
  @ApiProperty({ description: "The server's slug." })
  @IsString()
  @Length(1, 64)
  server!: string;
  @ApiProperty({ description: "The server's own name for it." })
  @IsString()
  @Length(1, 1_000)
  tool!: string;
  @ApiProperty()
  @IsBoolean()
  enabled!: boolean;
  @ApiPropertyOptional({ type: String, nullable: true })
  @MayBeNull()
  @IsString()
  @Matches(/^[a-zA-Z][a-zA-Z0-9_-]*$/)
  @MaxLength(128)
  alias?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true })
  @MayBeNull()
  @IsString()
  @MaxLength(10_000)
  description?: string | null;
  @ApiPropertyOptional({ type: [ToolParameter] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(64)
  @ValidateNested({ each: true })
  @Type(() => ToolParameter)
  parameters?: ToolParameter[];
}

/** What a workspace decided about its tools, to be kept or carried to another workspace. */
export class ToolSelection {
  @ApiProperty({ enum: [1], description: 'The form of this document.' })
  @IsIn([1])
  format!: 1;
  @ApiProperty({ type: [SelectedTool], maxItems: TOOLS_MAX, description: 'Tools that are not named stay as they are.' })
  @IsArray()
  @ArrayMaxSize(TOOLS_MAX)
  @ValidateNested({ each: true })
  @Type(() => SelectedTool)
  tools!: SelectedTool[];
}
