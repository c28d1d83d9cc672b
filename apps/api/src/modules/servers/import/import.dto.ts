import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { SLUG_LENGTH, SLUG_PATTERN } from '@mcpnest/shared/limits';
import { MayBeAbsent, MayBeNull, ONE_LINE, TEXT } from '../../../platform/http/given.js';
import { SourcedFactsRequest } from '../catalogue/server-facts.dto.js';
import { AreInputs } from './are-inputs.js';
import { ImportWarning, OfferedServer } from './import-entry.dto.js';

export class PreviewImportRequest {
  @ApiPropertyOptional({
    oneOf: [{ type: 'string' }, { type: 'object' }, { type: 'array', items: {} }],
    description:
      'A registry document, a server.json of any generation, or the configuration of a client: its JSON, or the text of it (at most 10 MiB and 5,000 servers; comments and trailing commas are forgiven).',
  })
  @MayBeAbsent()
  document?: unknown;
  @ApiPropertyOptional({ description: 'Where to read the document; the base address of a registry means its list. Instead of a document.' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(2048)
  url?: string;
}

export class PreviewEntry extends OfferedServer {
  @ApiProperty({ description: 'A slug that is not taken.' }) slug!: string;
}

export class ImportPreview {
  @ApiProperty({ enum: ['registry', 'configuration'] }) form!: 'registry' | 'configuration';
  @ApiProperty({ type: String, nullable: true }) url!: string | null;
  @ApiProperty({ type: [PreviewEntry] }) entries!: PreviewEntry[];
  @ApiProperty({ type: [ImportWarning], description: 'What concerns no single entry.' }) warnings!: ImportWarning[];
}

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
  @ApiProperty({ type: ChosenTransport })
  @IsObject()
  @ValidateNested()
  @Type(() => ChosenTransport)
  transport!: ChosenTransport;
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

export class ImportRequest {
  @ApiProperty({ type: [ChosenEntry], minItems: 1, maxItems: 200 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ChosenEntry)
  entries!: ChosenEntry[];
}

class ImportedServer {
  @ApiProperty() id!: string;
  @ApiProperty() slug!: string;
  @ApiProperty() name!: string;
}

class ImportFieldError {
  @ApiProperty() pointer!: string;
  @ApiProperty() detail!: string;
}

class ImportProblem {
  @ApiProperty({ description: 'A code of the error catalogue.' }) code!: string;
  @ApiProperty() title!: string;
  @ApiProperty() detail!: string;
  @ApiProperty({ type: [ImportFieldError] }) errors!: ImportFieldError[];
}

/** One of the two is null. */
export class ImportResult {
  @ApiProperty({ type: ImportedServer, nullable: true }) server!: ImportedServer | null;
  @ApiProperty({ type: ImportProblem, nullable: true }) problem!: ImportProblem | null;
}

export class ImportResults {
  @ApiProperty({ type: [ImportResult], description: 'In the order of the entries.' }) data!: ImportResult[];
}
