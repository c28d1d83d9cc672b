import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ERROR_CATALOG } from '@mcpnest/shared/errors';

/** One faulty field. */
export class ProblemField {
  @ApiProperty({
    type: String,
    description: 'JSON Pointer into the body, or the name of a query parameter after a slash.',
    example: '/email',
  })
  pointer!: string;

  @ApiProperty({ type: String, description: 'What to do.' })
  detail!: string;
}

/** RFC 9457 problem document. */
export class Problem {
  @ApiProperty({ type: String, format: 'uri-reference', example: '/docs/errors#platform.not-found' })
  type!: string;

  @ApiProperty({ type: String })
  title!: string;

  @ApiProperty({ type: 'integer' })
  status!: number;

  @ApiProperty({ type: String, description: 'What happened here, and what to do.' })
  detail!: string;

  @ApiProperty({ type: String, description: "The request's id; quote it when asking for help." })
  instance!: string;

  @ApiProperty({ type: String, enum: Object.keys(ERROR_CATALOG).sort(), description: 'Stable; grows, never changes.' })
  code!: string;

  @ApiPropertyOptional({ type: [ProblemField] })
  errors?: ProblemField[];
}
