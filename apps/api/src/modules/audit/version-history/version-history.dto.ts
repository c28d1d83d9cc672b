import { ApiProperty } from '@nestjs/swagger';
import { LedgerActor } from '../ledger/ledger.dto.js';

/** One step of a Version's lifecycle. */
export class VersionStep {
  @ApiProperty({ type: 'integer', description: 'Of the ledger entry.' }) number!: number;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: LedgerActor }) actor!: LedgerActor;
  @ApiProperty({ type: 'integer', description: 'The Version it happened to.' }) version!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Null where the Version was made.' }) from!: string | null;
  @ApiProperty() to!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Why, in the words of who did it.' }) note!: string | null;
}

export class VersionHistory {
  @ApiProperty({ type: [VersionStep] }) data!: VersionStep[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
