import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import type { LedgerChange, LedgerMembers } from './ledger-row.js';

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

/** A row that a change added, changed or removed. */
export class LedgerChangeView implements LedgerChange {
  @ApiProperty({ type: String, example: 'token' })
  kind!: string;

  @ApiProperty({ type: String, nullable: true })
  id!: string | null;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ type: String, enum: ['added', 'changed', 'removed'] })
  change!: 'added' | 'changed' | 'removed';

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Of what may be secret only `(set)`.' })
  before!: Record<string, unknown>;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Of what may be secret only `(set)`, or `(set anew)`.' })
  after!: Record<string, unknown>;
}

/** One administrative fact. */
export class LedgerEntry implements LedgerMembers {
  @ApiProperty({ type: 'integer', description: 'Dense and in the order of the changes.' })
  number!: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Place in the chain; null in rows from before there was one.' })
  sequence!: number | null;

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

  @ApiProperty({ type: String, description: 'Of the request that made the change.' })
  requestId!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  facts!: Record<string, unknown>;

  @ApiProperty({ type: [LedgerChangeView], description: 'What changed, before and after; at most a hundred rows.' })
  changes!: readonly LedgerChangeView[];

  @ApiProperty({ type: 'integer', description: 'Changed rows besides.' })
  moreChanges!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Of this row and the one before it, in hexadecimal.' })
  hash!: string | null;
}

export class LedgerPage {
  @ApiProperty({ type: [LedgerEntry] })
  data!: readonly LedgerEntry[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class LedgerEntryParams {
  @ApiProperty({ type: 'integer' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  number!: number;
}
