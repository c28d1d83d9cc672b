import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ToolListProblem } from './list-problem.dto.js';

export class PublishedPromptArgument {
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) description!: string | null;
  @ApiProperty() required!: boolean;
}

export class PublishedPrompt {
  @ApiProperty({ type: String, nullable: true, description: 'The name clients see; null where it is not published.' }) name!: string | null;
  @ApiProperty({ description: "The server's slug." }) server!: string;
  @ApiProperty({ description: "The server's own name for it." }) prompt!: string;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
  @ApiProperty({ type: String, nullable: true }) description!: string | null;
  @ApiProperty({ type: [PublishedPromptArgument] }) arguments!: PublishedPromptArgument[];
  @ApiProperty({ description: 'Whether clients see it.' }) published!: boolean;
  @ApiPropertyOptional({ description: 'Why clients do not see it.' }) reason?: string;
}

export class PublishedPromptList {
  @ApiProperty({ type: [PublishedPrompt] }) data!: PublishedPrompt[];
  @ApiProperty({ type: [ToolListProblem], description: 'Servers whose prompts are missing or may be out of date.' })
  problems!: ToolListProblem[];
}
