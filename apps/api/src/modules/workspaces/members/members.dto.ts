import { ROLES, type Role } from '@mcpnest/shared/permissions';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsString, MaxLength } from 'class-validator';

export class InviteMemberRequest {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @IsString()
  @MaxLength(254)
  @IsEmail()
  email!: string;

  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  role!: Role;
}

export class ChangeMemberRoleRequest {
  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  role!: Role;
}

export class Member {
  @ApiProperty() userId!: string;
  @ApiProperty({ format: 'email' }) email!: string;
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ enum: ROLES }) role!: Role;
  @ApiProperty({ enum: ['active', 'invited'] }) state!: 'active' | 'invited';
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) joinedAt!: string | null;
  @ApiPropertyOptional({ description: 'The link to hand to the person, shown this once; only where they must still accept.' })
  inviteUrl?: string;
}

export class MemberList {
  @ApiProperty({ type: [Member] }) data!: readonly Member[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
