import { PASSWORD_LENGTH } from '@mcpnest/shared/limits';
import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ONE_LINE } from '../../../platform/http/given.js';

export class SetupRequest {
  @ApiProperty({ description: 'The code of the link that the server printed at its start.', maxLength: 100 })
  @IsString()
  @Length(1, 100)
  code!: string;

  @ApiProperty({ format: 'email', maxLength: 254 })
  @IsString()
  @MaxLength(254)
  @IsEmail()
  email!: string;

  @ApiProperty({ minLength: PASSWORD_LENGTH.min, maxLength: PASSWORD_LENGTH.max, format: 'password' })
  @IsString()
  @MaxLength(PASSWORD_LENGTH.max)
  password!: string;

  @ApiProperty({ description: "The person's name.", minLength: 1, maxLength: 100 })
  @IsString()
  @Length(1, 100)
  @Matches(ONE_LINE, { message: 'name must be one line of printable text' })
  name!: string;
}

export class SetupState {
  @ApiProperty({ description: 'Whether the first operator is still to be made.' }) open!: boolean;
}
