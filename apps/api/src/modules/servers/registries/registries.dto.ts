import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsString, IsUrl, Matches, Max, MaxLength, Min } from 'class-validator';
import { MayBeAbsent, ONE_LINE } from '../../../platform/http/given.js';
import { EVERY_MINUTES } from './registry.js';

const URL_HINT = 'Where the registry lives, or the address of its list or of a file; its API is that of the official registry, v0.1.';
const ANY_URL = { require_tld: false, protocols: ['http', 'https'], require_protocol: true };
const EVERY = {
  type: 'integer',
  minimum: EVERY_MINUTES.min,
  maximum: EVERY_MINUTES.max,
  description: 'Minutes between two rounds.',
} as const;

export class AddRegistryRequest {
  @ApiProperty()
  @IsString()
  @MaxLength(80)
  @Matches(ONE_LINE)
  name!: string;
  @ApiProperty({ description: URL_HINT })
  @IsUrl(ANY_URL)
  @MaxLength(2_048)
  url!: string;
  @ApiPropertyOptional({ default: true })
  @MayBeAbsent()
  @IsBoolean()
  enabled?: boolean;
  @ApiPropertyOptional({ ...EVERY, default: EVERY_MINUTES.default })
  @MayBeAbsent()
  @IsInt()
  @Min(EVERY_MINUTES.min)
  @Max(EVERY_MINUTES.max)
  everyMinutes?: number;
}

export class UpdateRegistryRequest {
  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsString()
  @MaxLength(80)
  @Matches(ONE_LINE)
  name?: string;
  @ApiPropertyOptional({ description: URL_HINT })
  @MayBeAbsent()
  @IsUrl(ANY_URL)
  @MaxLength(2_048)
  url?: string;
  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  enabled?: boolean;
  @ApiPropertyOptional(EVERY)
  @MayBeAbsent()
  @IsInt()
  @Min(EVERY_MINUTES.min)
  @Max(EVERY_MINUTES.max)
  everyMinutes?: number;
}

export class RegistryProblem {
  @ApiProperty({ description: 'A code of the error catalogue.' }) code!: string;
  @ApiProperty({ type: String, nullable: true }) detail!: string | null;
}

export class Registry {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() url!: string;
  @ApiProperty() enabled!: boolean;
  @ApiProperty(EVERY) everyMinutes!: number;
  @ApiProperty({ type: 'integer', description: 'Grows with each change of the settings; also the entity tag.' }) etag!: number;
  @ApiProperty({ description: 'Whether it is being read now.' }) running!: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) triedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) succeededAt!: string | null;
  @ApiProperty({ type: RegistryProblem, nullable: true, description: 'Why the last round failed; null where it went well.' })
  problem!: RegistryProblem | null;
  @ApiProperty({ type: 'integer', description: 'Items of the last round that were no servers.' }) unreadable!: number;
  @ApiProperty({ type: 'integer' }) entries!: number;
  @ApiProperty({ type: 'integer', description: 'Entries with something to know about their documents.' }) entriesWithWarnings!: number;
}

export class RegistryList {
  @ApiProperty({ type: [Registry] }) data!: Registry[];
}
