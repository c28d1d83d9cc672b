import { PASSWORD_LENGTH } from '@mcpnest/shared/limits';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, MaxLength } from 'class-validator';

export class ChangePasswordRequest {
  @ApiProperty({ format: 'password', maxLength: PASSWORD_LENGTH.max })
  @IsString()
  @Length(1, PASSWORD_LENGTH.max)
  current!: string;

  @ApiProperty({ format: 'password', minLength: PASSWORD_LENGTH.min, maxLength: PASSWORD_LENGTH.max })
  @IsString()
  @MaxLength(PASSWORD_LENGTH.max)
  password!: string;
}
