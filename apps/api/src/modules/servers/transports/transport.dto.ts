import { ApiProperty, ApiPropertyOptional, ApiSchema, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { ServerAuthDto } from './server-auth.dto.js';
import { StdioTransportDto } from './stdio-transport.dto.js';
import { TransportHeaderDto } from './transport-header.dto.js';

const ERAS = ['auto', 'modern', 'legacy', 'sse'] as const;
const CAPABILITY_OPTIONS = ['faithful', 'superset'] as const;
const TYPES = ['streamable-http', 'sse', 'stdio', 'builtin'] as const;

@ApiSchema({ name: 'HttpTransport' })
export class HttpTransportDto {
  @ApiProperty({ enum: ['streamable-http', 'sse'] })
  @IsIn(['streamable-http', 'sse'])
  type!: 'streamable-http' | 'sse';
  @ApiProperty({ example: 'https://mcp.example.com/mcp' })
  @IsString()
  @MaxLength(2048)
  url!: string;
  @ApiPropertyOptional({ type: [TransportHeaderDto] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(32)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TransportHeaderDto)
  headers?: TransportHeaderDto[];
  @ApiPropertyOptional({ type: ServerAuthDto })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => ServerAuthDto)
  auth?: ServerAuthDto;
  @ApiPropertyOptional({
    enum: ERAS,
    default: 'auto',
    description:
      'The protocol era the server is spoken to in: found out, or fixed. `sse` stands for the HTTP+SSE transport at the same URL. Of streamable-http alone.',
  })
  @MayBeAbsent()
  @IsIn(ERAS)
  era?: (typeof ERAS)[number];
  @ApiPropertyOptional({
    enum: CAPABILITY_OPTIONS,
    default: 'faithful',
    description:
      'What the server is told that clients can be asked for. `faithful`: what the calling client declared. `superset`: everything; what a client cannot do is then refused by the gateway.',
  })
  @MayBeAbsent()
  @IsIn(CAPABILITY_OPTIONS)
  clientCapabilities?: (typeof CAPABILITY_OPTIONS)[number];
}

@ApiSchema({ name: 'BuiltinTransport' })
export class BuiltinTransportDto {
  @ApiProperty({ enum: ['builtin'] })
  @IsIn(['builtin'])
  type!: 'builtin';
  @ApiProperty({ enum: ['demo'] })
  @IsIn(['demo'])
  name!: 'demo';
}

/** Stands for a transport whose type is none of ours, so that the answer names the member at fault. */
class UnknownTransportDto {
  @IsIn(TYPES) type!: string;
}

export type TransportDto = HttpTransportDto | StdioTransportDto | BuiltinTransportDto;
export const TRANSPORT_DTOS = [HttpTransportDto, StdioTransportDto, BuiltinTransportDto] as const;

/** The schema of a transport in answers and questions. */
export const transportSchema = {
  title: 'Transport',
  oneOf: TRANSPORT_DTOS.map((dto) => ({ $ref: getSchemaPath(dto) })),
};

function shapeOf(value: unknown): new () => object {
  const type = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { type?: unknown }).type : undefined;
  if (type === 'streamable-http' || type === 'sse') return HttpTransportDto;
  if (type === 'stdio') return StdioTransportDto;
  return type === 'builtin' ? BuiltinTransportDto : UnknownTransportDto;
}

/** A member that holds a transport: its `type` chooses the shape, unknown members are refused. */
export function TransportMember(): PropertyDecorator {
  const decorators = [
    ApiProperty(transportSchema),
    IsObject(),
    ValidateNested(),
    Type((options) => shapeOf((options?.object as { transport?: unknown } | undefined)?.transport)),
  ];
  return (target, key) => decorators.forEach((decorate) => decorate(target, key as string));
}
