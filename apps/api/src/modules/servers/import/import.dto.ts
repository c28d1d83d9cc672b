import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { ChosenEntry } from './chosen-entry.dto.js';
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
