import { ROLES, type Role } from '@mcpnest/shared/permissions';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, Length } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/given.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';

export class PeopleQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of a name or an address.', maxLength: 100 })
  @MayBeAbsent()
  @IsString()
  @Length(1, 100)
  q?: string;
}

export class ChangePersonRequest {
  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  operator?: boolean;

  @ApiPropertyOptional({ enum: ['active', 'deactivated'], description: 'Deactivating ends sessions and revokes tokens at once.' })
  @MayBeAbsent()
  @IsIn(['active', 'deactivated'])
  state?: 'active' | 'deactivated';
}

export class PersonWorkspace {
  @ApiProperty() slug!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ROLES }) role!: Role;
}

export class PersonView {
  @ApiProperty() id!: string;
  @ApiProperty({ format: 'email' }) email!: string;
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty() operator!: boolean;
  @ApiProperty({ enum: ['active', 'invited', 'deactivated'] }) state!: 'active' | 'invited' | 'deactivated';
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastActiveAt!: string | null;
  @ApiProperty({ type: [PersonWorkspace] }) workspaces!: readonly PersonWorkspace[];
  @ApiProperty({ type: 'integer', description: 'Gateway tokens that work.' }) tokens!: number;
  @ApiProperty({ type: 'integer' }) apiKeys!: number;
}

export class PeopleList {
  @ApiProperty({ type: [PersonView] }) data!: readonly PersonView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class HeldToken {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() last4!: string;
  @ApiProperty({ description: 'Slug of its workspace.' }) workspace!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastUsedAt!: string | null;
}

export class HeldTokenList {
  @ApiProperty({ type: [HeldToken] }) data!: readonly HeldToken[];
}
