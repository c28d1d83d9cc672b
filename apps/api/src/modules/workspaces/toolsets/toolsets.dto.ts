import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, Length, Matches } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const TOOLS = {
  type: [String] as [typeof String],
  minItems: 1,
  maxItems: 500,
  example: ['github:get_issue', 'jira:*'],
  description: "`server:tool` with the server slug and the upstream's own tool name; `*` stands for anything.",
};

export class CreateToolsetRequest {
  @ApiProperty({ pattern: NAME.source, maxLength: 40, description: 'Tokens name it as `toolset:{name}`.' })
  @IsString()
  @Length(1, 40)
  @Matches(NAME)
  name!: string;

  @ApiProperty(TOOLS)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  tools!: string[];
}

export class UpdateToolsetRequest {
  @ApiPropertyOptional({ pattern: NAME.source, maxLength: 40, description: 'Tokens that name it follow.' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 40)
  @Matches(NAME)
  name?: string;

  @ApiPropertyOptional(TOOLS)
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  tools?: string[];
}

export class ToolsetView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [String] }) tools!: readonly string[];
  @ApiProperty({ type: 'integer', description: 'Tokens that still work and are limited to it.' }) tokens!: number;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
  @ApiProperty({ type: 'integer', description: 'For `If-Match`.' }) etag!: number;
}

export class ToolsetList {
  @ApiProperty({ type: [ToolsetView] }) data!: ToolsetView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
