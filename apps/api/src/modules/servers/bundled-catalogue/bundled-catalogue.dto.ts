import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import { OfferedServer } from '../import/import-entry.dto.js';
import { ENTRY_SOURCES, type EntrySource } from './catalogue-offer.js';
import { BUNDLED_SOURCES, REACHES, type BundledSource, type Reach } from './bundled-entry.js';

export class CatalogueEntriesQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Words of the name, description, address or package.' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(128)
  search?: string;
  @ApiPropertyOptional({ enum: REACHES, description: '`local`: would have to run beside the gateway.' })
  @MayBeAbsent()
  @IsIn(REACHES)
  transport?: Reach;
  @ApiPropertyOptional({ enum: BUNDLED_SOURCES, description: 'Who put the document together.' })
  @MayBeAbsent()
  @IsIn(BUNDLED_SOURCES)
  source?: BundledSource;
  @ApiPropertyOptional({ description: 'Id of a registry that is kept here: its entries instead of the bundled ones.' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(64)
  registry?: string;
}

export class CatalogueEntry extends OfferedServer {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: ENTRY_SOURCES, description: '`synced`: from a registry that is kept here.' }) source!: EntrySource;
  @ApiProperty({ type: String, nullable: true, description: 'The address of that registry.' }) registryUrl!: string | null;
}

export class CatalogueEntryList {
  @ApiProperty({ type: [CatalogueEntry] }) data!: CatalogueEntry[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
  @ApiProperty({ type: 'integer', description: 'Entries that fit, on all pages.' }) total!: number;
}
