import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsString, IsUrl, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { MayBeAbsent, MayBeNull, ONE_LINE, TEXT } from '../../../platform/http/given.js';
import { SOURCE_KINDS } from './server-facts.js';

/** A word that servers are found by. */
export const TAG = /^[a-z0-9][a-z0-9-]{0,31}$/;
const TEXT_MAX = 2000;

export class ServerFactsRequest {
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Who answers for the server: a person or a team.' })
  @MayBeNull()
  @IsString()
  @MaxLength(128)
  @Matches(ONE_LINE)
  owner?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'What the company uses it for.' })
  @MayBeNull()
  @IsString()
  @MaxLength(TEXT_MAX)
  @Matches(TEXT)
  purpose?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Which data it can read or change.' })
  @MayBeNull()
  @IsString()
  @MaxLength(TEXT_MAX)
  @Matches(TEXT)
  dataTouched?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'An http(s) address.' })
  @MayBeNull()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true })
  @MaxLength(2048)
  documentationUrl?: string | null;
  @ApiPropertyOptional({ type: [String], description: 'Words of lower-case letters, digits and hyphens, at most 32 characters each.' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(TAG, { each: true })
  tags?: string[];
}

export class ServerSource {
  @ApiProperty({ enum: SOURCE_KINDS }) @IsIn(SOURCE_KINDS) kind!: (typeof SOURCE_KINDS)[number];
  @ApiProperty({ type: String, nullable: true, description: 'What the document calls it.' })
  @MayBeNull()
  @IsString()
  @MaxLength(256)
  @Matches(ONE_LINE)
  name!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The version the document gave itself.' })
  @MayBeNull()
  @IsString()
  @MaxLength(255)
  @Matches(ONE_LINE)
  version!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where the document was read.' })
  @MayBeNull()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true })
  @MaxLength(2048)
  url!: string | null;
}

export class SourcedFactsRequest extends ServerFactsRequest {
  @ApiPropertyOptional({ type: ServerSource, nullable: true, description: 'The document the entry is made from; it never changes.' })
  @MayBeNull()
  @IsObject()
  @ValidateNested()
  @Type(() => ServerSource)
  source?: ServerSource | null;
}

/** The facts as every answer has them. */
export class ServerFactsAnswer {
  @ApiProperty({ type: String, nullable: true }) owner!: string | null;
  @ApiProperty({ type: String, nullable: true }) purpose!: string | null;
  @ApiProperty({ type: String, nullable: true }) dataTouched!: string | null;
  @ApiProperty({ type: String, nullable: true }) documentationUrl!: string | null;
  @ApiProperty({ type: [String] }) tags!: string[];
  @ApiProperty({ type: ServerSource, nullable: true, description: 'Null for a server that was entered by hand.' })
  source!: ServerSource | null;
}
