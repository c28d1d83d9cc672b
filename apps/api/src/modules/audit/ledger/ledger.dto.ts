import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import { IsInstant } from '../../../platform/http/instant.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';

/** Filters of the ledger. */
export class LedgerQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, description: 'Slug or id of a workspace; an id finds those that are gone.' })
  @IsOptional()
  @IsString()
  @Matches(/^[\w-]{2,64}$/)
  workspace?: string;

  @ApiPropertyOptional({ type: String, example: 'servers.created' })
  @IsOptional()
  @IsString()
  @Matches(/^[a-z-]{1,40}\.[a-z-]{1,60}$/)
  event?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Not before.' })
  @IsOptional()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Before.' })
  @IsOptional()
  @IsInstant()
  to?: string;
}

export class LedgerActor {
  @ApiProperty({ type: String, enum: ['user', 'api-key', 'system'] })
  kind!: 'user' | 'api-key' | 'system';

  @ApiProperty({ type: String, nullable: true })
  id!: string | null;

  @ApiProperty({ type: String, description: 'As shown at that time.' })
  name!: string;
}

export class LedgerSubjectView {
  @ApiProperty({ type: String })
  kind!: string;

  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({ type: String, description: 'As shown at that time.' })
  name!: string;
}

/** One administrative fact. */
export class LedgerEntry {
  @ApiProperty({ type: 'integer', description: 'Dense and in the order of the changes.' })
  number!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: LedgerActor })
  actor!: LedgerActor;

  @ApiProperty({ type: String, example: 'servers.created' })
  event!: string;

  @ApiProperty({ type: LedgerSubjectView })
  subject!: LedgerSubjectView;

  @ApiProperty({ type: String, nullable: true })
  workspaceId!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  facts!: Record<string, unknown>;
}

export class LedgerPage {
  @ApiProperty({ type: [LedgerEntry] })
  data!: readonly LedgerEntry[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
