import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CHANGED_ITEMS, LOCK_POLICIES, type ChangedItems, type LockPolicy } from '@mcpnest/gateway-core';
import { MayBeAbsent } from '../../../platform/http/given.js';

export class LockRulesRequest {
  @ApiPropertyOptional({ enum: LOCK_POLICIES, description: 'Takes the permission versions:approve.' })
  @MayBeAbsent()
  @IsIn(LOCK_POLICIES)
  lockPolicy?: LockPolicy;
  @ApiPropertyOptional({ enum: CHANGED_ITEMS, description: 'Takes the permission versions:approve.' })
  @MayBeAbsent()
  @IsIn(CHANGED_ITEMS)
  changedItems?: ChangedItems;
}

export class LockRulesAnswer {
  @ApiProperty({
    enum: LOCK_POLICIES,
    description: 'What becomes of definitions that nobody approved: all are held, additions are admitted, or everything is.',
  })
  lockPolicy!: LockPolicy;
  @ApiProperty({ enum: CHANGED_ITEMS, description: 'What clients get of a definition that changed: the approved one, or nothing.' })
  changedItems!: ChangedItems;
}
