import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsObject, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { SLUG_LENGTH, SLUG_PATTERN } from '@mcpnest/shared/limits';
import { MayBeAbsent, MayBeNull, ONE_LINE, TEXT } from '../../../platform/http/given.js';
import { SourcedFactsRequest } from '../catalogue/server-facts.dto.js';
import { AreInputs } from './are-inputs.js';

@ApiSchema({ name: 'ChosenHeader' })
class ChosenHeader {
  @ApiProperty() @IsString() @MaxLength(128) name!: string;
  @ApiProperty() @IsBoolean() secret!: boolean;
  @ApiProperty() @IsBoolean() required!: boolean;
  @ApiProperty() @IsString() @MaxLength(4096) value!: string;
}

@ApiSchema({ name: 'ChosenTransport' })
class ChosenTransport {
  @ApiProperty({ enum: ['streamable-http', 'sse'] }) @IsIn(['streamable-http', 'sse']) type!: 'streamable-http' | 'sse';
  @ApiProperty() @IsString() @MaxLength(2048) url!: string;
  @ApiProperty({ type: [ChosenHeader] })
  @IsArray()
  @ArrayMaxSize(32)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ChosenHeader)
  headers!: ChosenHeader[];
}

@ApiSchema({ name: 'ChosenArgument' })
class ChosenArgument {
  @ApiProperty({ type: [String] }) @IsArray() @ArrayMaxSize(4) @IsString({ each: true }) @MaxLength(4096, { each: true }) words!: string[];
  @ApiProperty({ type: [String] }) @IsArray() @ArrayMaxSize(16) @IsString({ each: true }) @MaxLength(128, { each: true }) keys!: string[];
  @ApiProperty() @IsBoolean() required!: boolean;
  @ApiProperty() @IsBoolean() secret!: boolean;
  @ApiProperty() @IsBoolean() isPath!: boolean;
}

@ApiSchema({ name: 'ChosenLocal' })
class ChosenLocal {
  @ApiProperty({ type: String, nullable: true }) @MayBeNull() @IsString() @MaxLength(256) package!: string | null;
  @ApiProperty({ type: String, nullable: true }) @MayBeNull() @IsString() @MaxLength(1024) command!: string | null;
  @ApiProperty({ type: [ChosenArgument] })
  @IsArray()
  @ArrayMaxSize(64)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ChosenArgument)
  args!: ChosenArgument[];
  @ApiProperty({ type: [ChosenHeader] })
  @IsArray()
  @ArrayMaxSize(64)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ChosenHeader)
  env!: ChosenHeader[];
  @ApiProperty() @IsString() @MaxLength(128) network!: string;
}

export class ChosenEntry extends SourcedFactsRequest {
  @ApiProperty() @IsString() @Length(1, 128) @Matches(ONE_LINE) name!: string;
  @ApiPropertyOptional({ description: 'Made from the name where it is left out; then it is one that is free.' })
  @MayBeAbsent()
  @IsString()
  @Length(SLUG_LENGTH.min, SLUG_LENGTH.max)
  @Matches(SLUG_PATTERN)
  slug?: string;
  @ApiPropertyOptional({ type: String, nullable: true })
  @MayBeNull()
  @IsString()
  @MaxLength(2000)
  @Matches(TEXT)
  description?: string | null;
  @ApiPropertyOptional({ type: ChosenTransport, description: 'Of the preview. One of this and `local` is given.' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => ChosenTransport)
  transport?: ChosenTransport;
  @ApiPropertyOptional({
    type: ChosenLocal,
    description:
      'Of the preview: a program for the gateway to run, for operators alone. A package without a version is pinned to its newest one.',
  })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => ChosenLocal)
  local?: ChosenLocal;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    writeOnly: true,
    description: 'Values by key. A bare token for `Authorization` gets `Bearer` put in front.',
  })
  @MayBeAbsent()
  @AreInputs()
  inputs?: Record<string, string>;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    writeOnly: true,
    description: 'Sealed secrets of the preview by key; a value under `inputs` wins.',
  })
  @MayBeAbsent()
  @AreInputs()
  sealed?: Record<string, string>;
}
