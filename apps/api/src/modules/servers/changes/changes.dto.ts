import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { LOCK_KINDS, type LockKind } from '@mcpnest/gateway-core';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import type { LockItemState } from '../lock/lock-item.js';
import { RiskMarkAnswer } from './risk-mark.dto.js';

export const CHANGE_STATES = ['open', 'kept', 'blocked'] as const satisfies readonly LockItemState[];
const STATE_FILTERS = [...CHANGE_STATES, 'all'] as const;
const CHANGES = ['added', 'changed', 'removed'] as const;

export class ChangesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATE_FILTERS, default: 'open' })
  @IsIn(STATE_FILTERS)
  state: (typeof STATE_FILTERS)[number] = 'open';
  @ApiPropertyOptional({ enum: LOCK_KINDS })
  @MayBeAbsent()
  @IsIn(LOCK_KINDS)
  kind?: LockKind;
  @ApiPropertyOptional({ enum: CHANGES })
  @MayBeAbsent()
  @IsIn(CHANGES)
  change?: (typeof CHANGES)[number];
  @ApiPropertyOptional({ description: 'Part of the name or URI template.' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(128)
  q?: string;
}

export class CompanyChangesQuery extends ChangesQuery {
  @ApiPropertyOptional({ description: 'Slug or id of a server.' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(64)
  server?: string;
}

export class ChangedServer {
  @ApiProperty() id!: string;
  @ApiProperty() slug!: string;
  @ApiProperty() name!: string;
}

export class LockedDefinition {
  @ApiProperty({ description: 'SHA-256 of its canonical JSON (RFC 8785), hexadecimal.' }) hash!: string;
  @ApiProperty({ description: 'The definition as the server wrote it, raw JSON: untrusted. Of instructions a JSON string.' }) text!: string;
}

export class AffectedWorkspace {
  @ApiProperty() slug!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'integer' }) activeTokens!: number;
}

export class ChangeDecision {
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: String, nullable: true }) userId!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
}

export class LockChange {
  @ApiProperty({ example: 'chg_01k…' }) id!: string;
  @ApiProperty({ type: ChangedServer }) server!: ChangedServer;
  @ApiProperty({ type: 'integer', description: "The server's version whose lock it concerns." }) version!: number;
  @ApiProperty({ enum: LOCK_KINDS }) kind!: LockKind;
  @ApiProperty({ description: 'Name or URI template; empty for instructions. The server’s own: untrusted.' }) key!: string;
  @ApiProperty({ enum: CHANGES }) change!: (typeof CHANGES)[number];
  @ApiProperty({ enum: CHANGE_STATES }) state!: (typeof CHANGE_STATES)[number];
  @ApiProperty({ type: LockedDefinition, nullable: true, description: 'What clients are served; null where nothing was ever approved.' })
  approved!: LockedDefinition | null;
  @ApiProperty({ type: LockedDefinition, nullable: true, description: 'What the server lists now; null where it lists it no more.' })
  seen!: LockedDefinition | null;
  @ApiProperty({ format: 'date-time', description: 'When what is seen now was first seen.' }) firstSeenAt!: string;
  @ApiProperty({ type: ChangeDecision, nullable: true }) decided!: ChangeDecision | null;
  @ApiProperty({ type: [AffectedWorkspace], description: 'Workspaces whose clients this version serves; 50 at most.' })
  workspaces!: AffectedWorkspace[];
  @ApiProperty({ type: 'integer' }) workspaceCount!: number;
  @ApiProperty({ type: 'integer', description: 'Active tokens of all these workspaces.' }) activeTokens!: number;
  @ApiProperty({ type: [RiskMarkAnswer], description: 'Reasons to look twice; they flag only.' }) marks!: RiskMarkAnswer[];
}

export class LockChangeList {
  @ApiProperty({ type: [LockChange] }) data!: LockChange[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
  @ApiProperty({ type: 'integer', description: 'Open changes, of the server or of the whole company, whatever the filters.' })
  open!: number;
}
