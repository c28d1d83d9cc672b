import { ApiProperty } from '@nestjs/swagger';
import { ToolListProblem } from './list-problem.dto.js';

export class PublishedResource {
  @ApiProperty({ enum: ['resource', 'template'] }) kind!: 'resource' | 'template';
  @ApiProperty({ description: 'The URI, or the URI template, that clients see.' }) uri!: string;
  @ApiProperty({ description: "The server's slug." }) server!: string;
  @ApiProperty({ description: "The server's own URI or URI template." }) originalUri!: string;
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
  @ApiProperty({ type: String, nullable: true }) description!: string | null;
  @ApiProperty({ type: String, nullable: true }) mimeType!: string | null;
}

export class PublishedResourceList {
  @ApiProperty({ type: [PublishedResource], description: 'Resources first, then templates.' }) data!: PublishedResource[];
  @ApiProperty({ type: [ToolListProblem], description: 'Servers whose resources are missing or may be out of date.' })
  problems!: ToolListProblem[];
}
