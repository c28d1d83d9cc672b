import { FREEZE_KINDS, type FreezeKind } from '@mcpnest/gateway-core';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { ONE_LINE, TEXT } from '../../../platform/http/given.js';

export class FreezeRequest {
  @ApiProperty({ enum: FREEZE_KINDS }) @IsIn(FREEZE_KINDS) kind!: FreezeKind;

  @ApiProperty({
    minLength: 1,
    maxLength: 400,
    example: 'github:delete_repository',
    description:
      "A token's id, a member's id or email, a server's slug, `server:tool` with the server's own name of the tool, a workspace's slug.",
  })
  @IsString()
  @Length(1, 400)
  @Matches(ONE_LINE, { message: 'subject must be one line of printable text' })
  subject!: string;

  @ApiProperty({ minLength: 1, maxLength: 500, description: 'For the ledger and the list of freezes; clients are not told.' })
  @IsString()
  @Length(1, 500)
  @Matches(TEXT, { message: 'reason must be printable text' })
  reason!: string;
}

export class FreezeInForce {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: FREEZE_KINDS }) kind!: FreezeKind;
  @ApiProperty({ description: 'The id of what is frozen; of a tool the id of its server, a colon and its name.' }) subject!: string;
  @ApiProperty() subjectName!: string;
  @ApiProperty({ description: 'Whether it holds in every workspace; then operators alone can lift it.' }) everywhere!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'The id of the workspace it holds in.' }) workspaceId!: string | null;
  @ApiProperty() reason!: string;
  @ApiProperty({ description: 'Name of who froze it.' }) createdBy!: string;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

export class FreezeList {
  @ApiProperty({ type: [FreezeInForce] }) data!: readonly FreezeInForce[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
