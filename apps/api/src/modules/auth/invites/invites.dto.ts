import { PASSWORD_LENGTH } from '@mcpnest/shared/limits';
import { ROLES, type Role } from '@mcpnest/shared/permissions';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, Matches, MaxLength } from 'class-validator';
import { MayBeAbsent, ONE_LINE } from '../../../platform/http/given.js';

export class ReadInviteRequest {
  @ApiProperty({ description: 'What stands behind # in the invitation link.', maxLength: 100 })
  @IsString()
  @Length(1, 100)
  code!: string;
}

export class AcceptInviteRequest {
  @ApiProperty({ maxLength: 100 })
  @IsString()
  @Length(1, 100)
  code!: string;

  @ApiPropertyOptional({ description: "A new person's name; not needed from a known one.", minLength: 1, maxLength: 100 })
  @MayBeAbsent()
  @IsString()
  @Length(1, 100)
  @Matches(ONE_LINE, { message: 'name must be one line of printable text' })
  name?: string;

  @ApiPropertyOptional({
    description: "A new person's password to be, or a known one's password.",
    maxLength: PASSWORD_LENGTH.max,
    format: 'password',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(PASSWORD_LENGTH.max)
  password?: string;
}

export class Invite {
  @ApiProperty({ format: 'email' }) email!: string;
  @ApiProperty() workspaceName!: string;
  @ApiProperty({ enum: ROLES }) role!: Role;
  @ApiProperty({ description: 'A known person accepts with their password, a new one with name and password.' }) knownPerson!: boolean;
}
