import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { MayBeAbsent, MayBeNull } from '../../../platform/http/given.js';
import { ToolListProblem } from './list-problem.dto.js';
import { ToolParameter } from './tool-parameter.dto.js';

const GATES = ['exposed', 'lock', 'schema', 'name', 'enabled'] as const;

export class PublishedToolGate {
  @ApiProperty({ enum: GATES, description: 'The gates stand in the order a tool passes them.' }) name!: (typeof GATES)[number];
  @ApiProperty() ok!: boolean;
  @ApiPropertyOptional({ description: 'Why it stopped here, and what to do.' }) reason?: string;
}

export class PublishedTool {
  @ApiProperty({ type: String, nullable: true, description: 'The name clients see; null where none could be made.' }) name!: string | null;
  @ApiProperty({ description: "The server's slug." }) server!: string;
  @ApiProperty({ description: "The server's own name for it." }) tool!: string;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The description clients see.' }) description!: string | null;
  @ApiProperty({ type: String, nullable: true, description: "The server's own description." }) originalDescription!: string | null;
  @ApiProperty() enabled!: boolean;
  @ApiProperty({ type: String, nullable: true }) alias!: string | null;
  @ApiProperty({ description: 'Whether clients see it.' }) published!: boolean;
  @ApiProperty({ type: [ToolParameter], description: 'Parameters that clients neither see nor set.' }) parameters!: ToolParameter[];
  @ApiProperty({ description: 'Bytes of the definition that clients are given; of the own one where it is not published.' }) bytes!: number;
  @ApiProperty({ type: [PublishedToolGate] }) gates!: PublishedToolGate[];
  @ApiProperty({ type: Object, nullable: true, description: 'Hints of the server about itself; not to be relied on.' }) annotations!:
    object | null;
  @ApiProperty({ type: Object, nullable: true, description: 'JSON Schema of the arguments.' }) inputSchema!: object | null;
}

export class PublishedToolList {
  @ApiProperty({ type: [PublishedTool] }) data!: PublishedTool[];
  @ApiProperty({ type: [ToolListProblem], description: 'Servers whose tools are missing or may be out of date.' })
  problems!: ToolListProblem[];
}

export class UpdateToolRequest {
  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  enabled?: boolean;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'The name clients see instead; null takes it back.' })
  @MayBeNull()
  @IsString()
  @Matches(/^[a-zA-Z][a-zA-Z0-9_-]*$/)
  @MaxLength(128)
  alias?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'The description clients see instead; null takes it back.' })
  @MayBeNull()
  @IsString()
  @MaxLength(10_000)
  description?: string | null;
  @ApiPropertyOptional({ type: [ToolParameter], maxItems: 64, description: 'All of them; an empty list takes them back.' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(64)
  @ValidateNested({ each: true })
  @Type(() => ToolParameter)
  parameters?: ToolParameter[];
}
